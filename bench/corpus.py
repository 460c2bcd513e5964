"""Text for the benches: harmless service drafts in three languages, and forbidden phrases made from word lists. All seeded."""

from __future__ import annotations

from pathlib import Path
from random import Random

__all__ = ["HARMLESS", "LANGUAGES", "draft", "forbidden_phrases", "sentence", "write_table"]

LANGUAGES = ("en", "ms", "id")

HARMLESS: dict[str, tuple[str, ...]] = {
    "en": (
        "Thank you for writing to us about order {order}, {name}.",
        "I have checked the {item} with our {place} team this morning.",
        "Your refund of {amount} was approved on {date} and reaches your account within {n} working days.",
        "The courier picked up the parcel on {date}, and the tracking number is {code}.",
        "You can follow every step in the app under My Orders.",
        "I've attached the invoice for the {item} as a PDF.",
        "Our workshop in {place} opens at {n} a.m. and closes at 6 p.m.",
        "Please send us a photo of the label so that we can match it to order {order}.",
        "The replacement {item} ships today at no extra cost.",
        "We've added {amount} in store credit to your account as a small thank-you.",
        "If the lamp stays red after a restart, reply to this message and I will book a technician for {date}.",
        "Your plan renews on {date}; you can switch it off at any time in Settings.",
        "{name}, I am glad the new {item} arrived in one piece.",
        "The voucher {code} is valid until {date} in every branch.",
        "For your safety, we never ask for your PIN or your password.",
        "I spoke to the warehouse, and they confirmed that {n} boxes left {place} last night.",
        "Let me know which colour you would like, and I will reserve it for you.",
        "The charge of {amount} is the yearly fee that is listed on page {n} of your contract.",
        "Thanks for your patience while we looked into this.",
        "A colleague will call you on {date} between {n} and 11 o'clock.",
        "To reset the {item}, hold the round button for {n} seconds.",
        "I would be happy to change the delivery address to {place}.",
        "Both payments were matched to invoice {code}, so nothing is outstanding.",
        "The new firmware fixes the sound problem you described.",
        "Our driver was held up by road works near {place}; the new time is {n} p.m.",
        "You will receive an email from us as soon as the {item} is repaired.",
        "I'm sorry that the {item} was scratched, and I have ordered a new one for you.",
        "The warranty covers the motor for {n} years from the day of purchase.",
        "Kindly reply with your order number and the last four digits of your card.",
        "Have a lovely weekend, and thank you again for shopping with us!",
        "The seats {code} and {code} are next to each other, as you asked.",
        "We keep your data for {n} months and delete it after that.",
        "Breakfast is served from {n} to ten, and the pool is open all day.",
        "Once the return arrives in {place}, the money goes back to the card you paid with.",
        "Is there anything else we can help you with today?",
    ),
    "ms": (
        "Terima kasih kerana menghubungi kami tentang pesanan {order}, {name}.",
        "Saya telah menyemak {item} bersama pasukan kami di {place} pagi ini.",
        "Bayaran balik sebanyak {amount} telah diluluskan pada {date}.",
        "Bungkusan telah diambil oleh kurier pada {date}, nombor penjejakan ialah {code}.",
        "Tuan boleh melihat setiap langkah dalam aplikasi di bawah Pesanan Saya.",
        "Saya lampirkan invois untuk {item} dalam bentuk PDF.",
        "Cawangan kami di {place} dibuka pada pukul {n} pagi hingga 6 petang.",
        "Mohon hantarkan gambar label supaya kami dapat memadankannya dengan pesanan {order}.",
        "{item} gantian akan dihantar hari ini tanpa caj tambahan.",
        "Kami telah menambah kredit {amount} ke dalam akaun puan.",
        "Pelan puan akan diperbaharui pada {date} dan boleh ditukar pada bila-bila masa.",
        "Baucar {code} sah digunakan sehingga {date} di semua cawangan.",
        "Demi keselamatan, kami tidak pernah meminta PIN atau kata laluan.",
        "Pihak gudang mengesahkan bahawa {n} kotak telah keluar dari {place} malam tadi.",
        "Sila maklumkan warna pilihan tuan dan saya akan simpankan untuk tuan.",
        "Caj {amount} itu ialah yuran tahunan seperti dalam muka surat {n} kontrak.",
        "Terima kasih atas kesabaran puan sementara kami menyemak perkara ini.",
        "Rakan sekerja saya akan menelefon {name} pada {date}.",
        "Untuk menetapkan semula {item}, tekan butang bulat selama {n} saat.",
        "Saya sedia menukar alamat penghantaran ke {place}.",
        "Jaminan meliputi motor selama {n} tahun dari tarikh pembelian.",
        "Kami mohon maaf kerana {item} tercalar dan telah memesan yang baharu.",
        "Nasi dan tahu sumbat dihidangkan dari pukul {n} pagi.",
        "Setelah barang sampai di {place}, wang akan dikembalikan ke kad yang sama.",
        "Ada apa-apa lagi yang boleh kami bantu hari ini?",
    ),
    "id": (
        "Terima kasih sudah menghubungi kami tentang pesanan {order}, {name}.",
        "Saya sudah memeriksa {item} bersama tim kami di {place} pagi ini.",
        "Pengembalian dana sebesar {amount} telah disetujui pada {date}.",
        "Paket sudah diambil kurir pada {date}, nomor resinya {code}.",
        "Bapak bisa melihat setiap langkah di aplikasi pada menu Pesanan Saya.",
        "Saya lampirkan faktur untuk {item} dalam bentuk PDF.",
        "Cabang kami di {place} buka pukul {n} pagi sampai 6 sore.",
        "Mohon kirimkan foto labelnya agar bisa kami cocokkan dengan pesanan {order}.",
        "{item} pengganti dikirim hari ini tanpa biaya tambahan.",
        "Kami telah menambahkan saldo {amount} ke akun Ibu.",
        "Paket langganan Ibu diperpanjang pada {date} dan bisa diubah kapan saja.",
        "Voucer {code} berlaku sampai {date} di semua cabang.",
        "Demi keamanan, kami tidak pernah meminta PIN atau kata sandi.",
        "Gudang memastikan bahwa {n} kotak sudah keluar dari {place} tadi malam.",
        "Silakan beri kabar warna pilihan Bapak, nanti saya simpankan.",
        "Biaya {amount} itu adalah iuran tahunan seperti pada halaman {n} kontrak.",
        "Terima kasih atas kesabaran Ibu selama kami memeriksa hal ini.",
        "Rekan saya akan menelepon {name} pada {date}.",
        "Untuk mengatur ulang {item}, tekan tombol bulat selama {n} detik.",
        "Saya bantu ubah alamat pengiriman ke {place} ya, Kak.",
        "Garansi mencakup motor selama {n} tahun sejak tanggal pembelian.",
        "Kami mohon maaf karena {item} tergores dan sudah memesan yang baru.",
        "Menu sarapan hari ini nasi uduk dan tahu isi, mulai pukul {n}.",
        "Setelah barang sampai di {place}, dana kembali ke kartu yang sama.",
        "Ada lagi yang bisa kami bantu hari ini?",
    ),
}

_NAMES = ("Ms Lee", "Mr Nair", "Puan Aminah", "Encik Farid", "Ibu Sari", "Pak Budi", "Mrs Ang", "Mr Cruz", "Dr. Wong", "Kak Rina")
_ITEMS = ("router", "speaker", "sofa", "printer", "blender", "phone case", "air fryer", "monitor", "bicycle", "camera lens", "kettle")
_PLACES = ("Penang", "Ipoh", "Jakarta", "Surabaya", "Johor Bahru", "Bandung", "Singapore", "Kuching", "Medan", "Shah Alam")
_MONTHS = ("January", "March", "May", "July", "August", "October", "December")

_LEADS = ("we", "our team", "the system", "your bank", "the courier", "this branch", "my manager", "the warehouse", "head office", "the driver")
_ADVERBS = ("never", "always", "rarely", "simply", "only", "usually", "hardly", "certainly", "probably", "clearly")
_VERBS = ("cancel", "refund", "ship", "replace", "repair", "charge", "confirm", "check", "change", "deliver", "approve", "refuse", "lose", "delay", "return")
_DETERMINERS = ("your", "the", "any", "that", "this", "another")
_ADJECTIVES = ("late", "broken", "missing", "wrong", "small", "extra", "monthly", "damaged", "unpaid", "second", "cheap", "old", "faulty", "lost")
_NOUNS = (
    "order",
    "parcel",
    "refund",
    "invoice",
    "payment",
    "account",
    "delivery",
    "address",
    "voucher",
    "contract",
    "warranty",
    "complaint",
    "receipt",
    "ticket",
    "package",
    "deposit",
    "subscription",
    "device",
    "battery",
    "request",
    "appointment",
    "reservation",
    "upgrade",
    "fee",
)
_TAILS = ("today", "this week", "for you", "without a receipt", "on weekends", "by phone", "after that", "at this branch", "so late", "for free")
_ENDS = ("is your own fault", "is not our problem", "means nothing to us", "can not be changed", "was your mistake", "takes far too long", "costs you extra")


def sentence(random: Random, language: str) -> str:
    """One harmless sentence, with its names and numbers put in."""
    text = random.choice(HARMLESS[language])
    while "{" in text:
        name = text[text.index("{") + 1 : text.index("}")]
        text = text.replace(f"{{{name}}}", _filling(random, name), 1)
    return text[0].upper() + text[1:]


def _filling(random: Random, name: str) -> str:
    fillings = {
        "name": random.choice(_NAMES),
        "item": random.choice(_ITEMS),
        "place": random.choice(_PLACES),
        "date": f"{random.randint(1, 28)} {random.choice(_MONTHS)}",
        "amount": f"{random.choice(('RM ', 'Rp', '$'))}{random.randint(5, 900)}.{random.randint(0, 99):02}",
        "code": f"{random.choice('ABKMNX')}{random.choice('QRTZ')}-{random.randint(100, 99999)}",
        "order": str(random.randint(1000, 99999)),
        "n": str(random.randint(2, 9)),
    }
    return fillings[name]


def draft(random: Random, words: int = 120, language: str = "", inside: str = "") -> str:
    """A harmless draft of about so many words, in paragraphs; `inside` stands somewhere in it as a sentence of its own."""
    language = language or random.choice(LANGUAGES)
    sentences: list[str] = []
    length = len(inside.split())
    while length < words:
        sentences.append(sentence(random, language))
        length += len(sentences[-1].split())
    if inside:
        sentences.insert(random.randint(0, len(sentences)), inside)
    return "".join(one + random.choice((" ", " ", " ", "\n\n")) for one in sentences).strip()


def forbidden_phrases(random: Random, count: int) -> list[str]:
    """So many different English phrases of three to seven words."""
    phrases: dict[str, None] = {}
    while len(phrases) < count:
        phrases.setdefault(_phrase(random))
    return list(phrases)


def _phrase(random: Random) -> str:
    noun = f"{random.choice(_DETERMINERS)} {random.choice(_ADJECTIVES)} {random.choice(_NOUNS)}"
    match random.randrange(4):
        case 0:
            return f"{random.choice(_LEADS)} {random.choice(_ADVERBS)} {random.choice(_VERBS)} {noun}"
        case 1:
            return f"{random.choice(_VERBS)} {noun} {random.choice(_TAILS)}"
        case 2:
            return f"{noun} {random.choice(_ENDS)}"
        case _:
            return f"{random.choice(_ADVERBS)} {random.choice(_VERBS)} {noun}"


def write_table(folder: Path, phrases: list[str]) -> Path:
    """A table with one row a phrase."""
    path = folder / f"rows{len(phrases)}.yaml"
    rows = (f'- id: row-{number}\n  language: en\n  dont_say:\n    - {phrase}\n  why: "generated for the bench"\n' for number, phrase in enumerate(phrases))
    path.write_text("".join(rows), encoding="utf-8")
    return path

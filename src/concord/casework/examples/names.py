"""Invented names of many kinds, for people and children who do not exist."""

FIRST = (
    *("Asha", "Tomasz", "Siobhán", "Wei", "Ngozi", "Callum", "Fatima", "Łukasz", "Priya", "Ewan"),
    *("Maëlle", "Kofi", "Aoife", "Mateusz", "Yusuf", "Carys", "Ines", "Dàibhidh", "Noor", "Rowan"),
    *("Hana", "Jamal", "Zoë", "Adaeze", "Oskar", "Leila", "Finn", "Marisol", "Idris", "Beatrix"),
    *("Xiu", "Gethin", "Saoirse", "Mehmet", "Anwen", "Kwame", "Renée", "Dmytro", "Amara", "Li"),
    *("Bronagh", "Tariq", "Elodie", "Stefan", "Nia", "Hassan", "Imogen", "Rafał", "Chidi", "Una"),
)
FAMILY = (
    *("Bello", "O'Rourke", "Nowak", "Ní Bhriain", "Zhang", "Okonkwo", "Ashdown", "Rahman", "Pryce"),
    *("De la Cruz", "Begum", "MacInnes", "Wójcik", "Patel-Jones", "Addo", "Fairweather", "Öztürk"),
    *("Kowalczyk", "Lindqvist", "St John", "Haddad", "van der Berg", "Thackeray", "Eze", "Müller"),
    *("Quigley", "Yeboah", "Saint-Clair", "Hussain", "Penrose", "Ó Dálaigh", "Ferreira", "Ng"),
    *("Kaur", "Blythe", "Abdi", "Tregenza", "Ivanova", "Mensah", "Whitlock", "D'Souza", "Hartnell"),
    *(
        "Oyelaran",
        "Castellano",
        "Björk",
        "Siddiqui",
        "Llewellyn",
        "Achebe",
        "Marsh",
        "Vuković",
        "U",
    ),
)
SERVICES = ("Children looked after (example)", "Family safeguarding (example)")
TEAMS = (
    "Heron team (example)",
    "Kestrel team (example)",
    "Lapwing team (example)",
    "Plover team (example)",
    "Wren team (example)",
)

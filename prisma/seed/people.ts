/** Who plays in the demo story. Keys are the first part of the e-mail address; a handful recur in tests and docs. */

export const floors = ["SMB", "Mid-market", "Enterprise"] as const;
export type FloorName = (typeof floors)[number];

export type Character = {
  key: string;
  name: string;
  title: string;
  floor?: FloorName;
  zone?: string;
  /** Years with the company at the time of the story. */
  years: number;
};

const berlin = "Europe/Berlin";

/** Seven of them sign in with what they are. */
export const leads = {
  admin: { key: "admin", name: "Marit Haugen", title: "People operations", years: 8 },
  enablement: { key: "enablement", name: "Ingrid Sørensen", title: "Enablement manager", years: 6 },
  coOrganizer: { key: "tariq.aziz", name: "Tariq Aziz", title: "Enablement manager", years: 3 },
  trainer: { key: "hanne.dirksen", name: "Hanne Dirksen", title: "Trainer", years: 4 },
  functionLead: { key: "grace.kimani", name: "Grace Kimani", title: "Head of sales", years: 7 },
  sme: { key: "sme", name: "Dmitri Volkov", title: "Product specialist", floor: "Enterprise", years: 5 },
  salesSme: {
    key: "yuki.tanaka",
    name: "田中 由紀",
    title: "Sales operations",
    floor: "Mid-market",
    years: 4,
  },
  assessor: { key: "assessor", name: "Priya Raman", title: "Sales coach", floor: "Enterprise", years: 6 },
  secondAssessor: {
    key: "etienne.marchand",
    name: "Étienne Marchand",
    title: "Sales coach",
    floor: "Mid-market",
    years: 5,
  },
} satisfies Record<string, Character>;

export const floorManagers: Record<FloorName, Character[]> = {
  SMB: [
    { key: "floor", name: "Rafael Gutiérrez", title: "Floor manager", floor: "SMB", years: 6 },
    { key: "noor.haddad", name: "نور حداد", title: "Deputy floor manager", floor: "SMB", years: 4 },
  ],
  "Mid-market": [
    { key: "chiamaka.obi", name: "Chiamaka Obi", title: "Floor manager", floor: "Mid-market", years: 7 },
  ],
  Enterprise: [
    {
      key: "lars.vandenberg",
      name: "Lars Vandenberg",
      title: "Floor manager",
      floor: "Enterprise",
      years: 9,
    },
  ],
};

const seller = (floor: FloorName, years: number, key: string, name: string, zone = berlin): Character => ({
  key,
  name,
  title: years >= 3 ? "Senior account executive" : "Account executive",
  floor,
  years,
  zone,
});

/** Those who mentor, or may. */
export const mentors: Character[] = [
  seller("SMB", 4, "mentor", "Amara Nwosu"),
  seller("SMB", 3, "tomas.kovac", "Tomáš Kováč"),
  seller("SMB", 2, "sofia.ricci", "Sofia Ricci"),
  seller("SMB", 2, "jamal.washington", "Jamal Washington", "Europe/London"),
  seller("SMB", 1, "pia.lorenz", "Pia Lorenz"),
  seller("Mid-market", 5, "hye-jin.park", "박혜진"),
  seller("Mid-market", 3, "oskar.nilsson", "Oskar Nilsson"),
  seller("Mid-market", 2, "leila.farahani", "لیلا فراهانی"),
  seller("Mid-market", 2, "ben.adler", "Ben Adler"),
  seller("Enterprise", 6, "mariana.costa", "Mariana Costa", "Europe/Lisbon"),
  seller("Enterprise", 4, "arjun.mehta", "अर्जुन मेहता"),
  seller("Enterprise", 3, "elif.demir", "Elif Demir"),
  seller("Enterprise", 2, "callum.reid", "Callum Reid", "Europe/London"),
];

const newcomer = (floor: FloorName, key: string, name: string): Character => ({
  key,
  name,
  title: "Sales development representative",
  floor,
  years: 0,
});

export const mentees = {
  /** The older of the two completed cohorts. */
  spring: [
    newcomer("SMB", "lucas.moreau", "Lucas Moreau"),
    newcomer("SMB", "ana.petrovic", "Ана Петровић"),
    newcomer("SMB", "david.okello", "David Okello"),
    newcomer("Mid-market", "mei.chen", "陳美玲"),
    newcomer("Mid-market", "jonas.weber", "Jonas Weber"),
    newcomer("Mid-market", "aisha.bello", "Aisha Bello"),
    newcomer("Enterprise", "pavel.novak", "Pavel Novák"),
    newcomer("Enterprise", "sara.lindgren", "Sara Lindgren"),
  ],
  /** The younger one, with a retake and an extension. */
  summer: [
    newcomer("SMB", "nadia.rahman", "নাদিয়া রহমান"),
    newcomer("SMB", "george.papas", "Γιώργος Παπάς"),
    newcomer("SMB", "carmen.vega", "Carmen Vega"),
    newcomer("Mid-market", "ryo.saito", "斎藤 亮"),
    newcomer("Mid-market", "emma.fischer", "Emma Fischer"),
    newcomer("Mid-market", "samuel.asante", "Samuel Asante"),
    newcomer("Enterprise", "iva.horvat", "Iva Horvat"),
    newcomer("Enterprise", "matteo.greco", "Matteo Greco"),
    newcomer("Enterprise", "dana.levi", "דנה לוי"),
  ],
  /** On program day 4. */
  active: [
    newcomer("SMB", "mentee", "李思敏"),
    newcomer("SMB", "zoe.lindqvist", "Zoë Lindqvist"),
    newcomer("SMB", "mohamed.elsayed", "محمد السيد"),
    newcomer("SMB", "kwame.mensah", "Kwame Mensah"),
    newcomer("SMB", "julia.santos", "Júlia Santos"),
    newcomer("Mid-market", "lan.nguyen", "Nguyễn Thị Lan"),
    newcomer("Mid-market", "olena.koval", "Олена Коваль"),
    newcomer("Mid-market", "peter.obrien", "Peter O’Brien"),
    newcomer("Mid-market", "chloe.dubois", "Chloé Dubois"),
    newcomer("Enterprise", "maximiliane.hohenstein", "Maximiliane von Hohenstein-Waldburg"),
    newcomer("Enterprise", "vikram.singh", "ਵਿਕਰਮ ਸਿੰਘ"),
    newcomer("Enterprise", "hanna.virtanen", "Hanna Virtanen"),
  ],
  /** Their cohort is being planned. */
  planning: [
    newcomer("SMB", "bilal.hussain", "Bilal Hussain"),
    newcomer("SMB", "sofie.jensen", "Sofie Jensen"),
    newcomer("SMB", "diego.ramirez", "Diego Ramírez"),
    newcomer("Mid-market", "ji-woo.kim", "김지우"),
    newcomer("Mid-market", "fatou.diallo", "Fatou Diallo"),
    newcomer("Mid-market", "marek.zielinski", "Marek Zieliński"),
    newcomer("Enterprise", "noa.cohen", "נועה כהן"),
    newcomer("Enterprise", "thabo.nkosi", "Thabo Nkosi"),
  ],
  /** They learn together, with one mentor. */
  group: [
    newcomer("Enterprise", "iris.kallio", "Iris Kallio"),
    newcomer("Enterprise", "malik.toure", "Malik Touré"),
    newcomer("Enterprise", "ines.duarte", "Inês Duarte"),
  ],
} satisfies Record<string, Character[]>;

export const emailOf = (key: string): string => `${key}@ridealong.example`;

/** Who is in the crowd: names made from lists, the same at each telling, in the scripts that people really write. */

/** As it is written, and as it stands in an e-mail address. */
type Part = readonly [written: string, typed: string];

type Naming = {
  family: readonly Part[];
  given: readonly Part[];
  order: (given: string, family: string) => string;
};

const western = (given: string, family: string) => `${given} ${family}`;
const eastern = (given: string, family: string) => `${family}${given}`;

/** Three family names and four given names make twelve people of each, all with another name. */
const namings: readonly Naming[] = [
  {
    family: [
      ["Baumgartner-Schönhausen", "baumgartner"],
      ["Groß", "gross"],
      ["Yıldırım", "yildirim"],
    ],
    given: [
      ["Annegret", "annegret"],
      ["Jörg", "joerg"],
      ["Svenja", "svenja"],
      ["Leyla", "leyla"],
    ],
    order: western,
  },
  {
    family: [
      ["王", "wang"],
      ["歐陽", "ouyang"],
      ["赵", "zhao"],
    ],
    given: [
      ["小明", "xiaoming"],
      ["佳怡", "jiayi"],
      ["宇航", "yuhang"],
      ["静", "jing"],
    ],
    order: eastern,
  },
  {
    family: [
      ["Okonkwo", "okonkwo"],
      ["Adébáyọ̀", "adebayo"],
      ["Mwangi", "mwangi"],
    ],
    given: [
      ["Ngozi", "ngozi"],
      ["Olúwaṣeun", "oluwaseun"],
      ["Wanjirũ", "wanjiru"],
      ["Emeka", "emeka"],
    ],
    order: western,
  },
  {
    family: [
      ["المنصوري", "almansoori"],
      ["خليل", "khalil"],
      ["بن عمر", "benomar"],
    ],
    given: [
      ["فاطمة", "fatima"],
      ["يوسف", "yusuf"],
      ["مريم", "maryam"],
      ["عبد الرحمن", "abdulrahman"],
    ],
    order: western,
  },
  {
    family: [
      ["García Fernández", "garcia"],
      ["de la Cruz Ibáñez", "delacruz"],
      ["Muñoz Peña", "munoz"],
    ],
    given: [
      ["María José", "mariajose"],
      ["Iñaki", "inaki"],
      ["Lucía", "lucia"],
      ["Ángel", "angel"],
    ],
    order: western,
  },
  {
    family: [
      ["शर्मा", "sharma"],
      ["कुलकर्णी", "kulkarni"],
      ["पटेल", "patel"],
    ],
    given: [
      ["अनन्या", "ananya"],
      ["रोहन", "rohan"],
      ["प्रियंका", "priyanka"],
      ["विश्वनाथ", "vishwanath"],
    ],
    order: western,
  },
  {
    family: [
      ["Шевченко", "shevchenko"],
      ["Коцюбинська", "kotsiubynska"],
      ["Бондар", "bondar"],
    ],
    given: [
      ["Дарина", "daryna"],
      ["Остап", "ostap"],
      ["Соломія", "solomiia"],
      ["Юрій", "yurii"],
    ],
    order: western,
  },
  {
    family: [
      ["佐々木", "sasaki"],
      ["長谷川", "hasegawa"],
      ["林", "hayashi"],
    ],
    given: [
      ["美咲", "misaki"],
      ["健太", "kenta"],
      ["さくら", "sakura"],
      ["翔", "sho"],
    ],
    order: (given, family) => `${family} ${given}`,
  },
  {
    family: [
      ["ศรีสุวรรณ", "srisuwan"],
      ["วงศ์ไพบูลย์", "wongpaiboon"],
      ["ทองดี", "thongdee"],
    ],
    given: [
      ["กมลชนก", "kamonchanok"],
      ["ธนวัฒน์", "thanawat"],
      ["พิมพ์ใจ", "pimjai"],
      ["อนันต์", "anan"],
    ],
    order: western,
  },
  {
    family: [
      ["Ó Súilleabháin", "osullivan"],
      ["Llewellyn", "llewellyn"],
      ["Featherstonehaugh", "featherstonehaugh"],
    ],
    given: [
      ["Siobhán", "siobhan"],
      ["Rhys", "rhys"],
      ["Aoife", "aoife"],
      ["Al", "al"],
    ],
    order: western,
  },
];

/** Those three were there before; the other three come with the crowd. */
export const crowdFloors = [
  "SMB",
  "Mid-market",
  "Enterprise",
  "Nordics and Baltics",
  "Public sector",
  "Partners",
] as const;
export type CrowdFloor = (typeof crowdFloors)[number];

export type CrowdPerson = { key: string; name: string; floor: CrowdFloor; title: string; years: number };

/** The name of somebody of the crowd. Numbers from 0 to 119 give names that differ. */
function nameOf(number: number): { key: string; name: string } {
  const { family, given, order } = namings[number % namings.length] as Naming;
  const turn = Math.floor(number / namings.length);
  const [writtenGiven, typedGiven] = given[turn % given.length] as Part;
  const [writtenFamily, typedFamily] = family[turn % family.length] as Part;
  return { key: `${typedGiven}.${typedFamily}`, name: order(writtenGiven, writtenFamily) };
}

const person = (number: number, floor: CrowdFloor, title: string, years: number): CrowdPerson => ({
  ...nameOf(number),
  floor,
  title,
  years,
});

/** How many of the sixty mentees and of the forty candidates each floor has. */
const sizes: Record<CrowdFloor, { mentees: number; candidates: number }> = {
  SMB: { mentees: 14, candidates: 9 },
  "Mid-market": { mentees: 12, candidates: 8 },
  Enterprise: { mentees: 10, candidates: 7 },
  "Nordics and Baltics": { mentees: 9, candidates: 6 },
  "Public sector": { mentees: 8, candidates: 6 },
  Partners: { mentees: 7, candidates: 4 },
};

const spread = (part: "mentees" | "candidates") =>
  crowdFloors.flatMap((floor) => Array.from({ length: sizes[floor][part] }, () => floor));

export const crowdMentees: readonly CrowdPerson[] = spread("mentees").map((floor, index) =>
  person(index, floor, "Sales development representative", 0),
);

export const crowdCandidates: readonly CrowdPerson[] = spread("candidates").map((floor, index) => {
  const years = 1 + ((index * 5) % 8);
  return person(60 + index, floor, years >= 3 ? "Senior account executive" : "Account executive", years);
});

/** Who manages a floor that nobody manages yet. */
export const crowdManagers: readonly CrowdPerson[] = crowdFloors.map((floor, index) =>
  person(100 + index, floor, "Floor manager", 5 + index),
);

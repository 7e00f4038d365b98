/**
 * What people choose first, and what guessers therefore try first. A password is compared without case, blanks and
 * signs, so one entry stands for many spellings; see {@link isCommonPassword}.
 */
const firstGuesses = `
password passw0rd p4ssword p4ssw0rd pass passcode passphrase passwort motdepasse contrasena senha parola wachtwoord
qwerty qwertz azerty qwertyuiop asdfghjkl zxcvbnm asdf zxcv qazwsx qazwsxedc wsxedc poiuytrewq lkjhgfdsa mnbvcxz
letmein letmeinplease opensesame welcome welcomeback welcomehome hello helloworld hi hey admin administrator root
superuser sysadmin user guest login signin changeme changeit changethis changemenow default secret topsecret private
master monkey dragon football baseball basketball hockey soccer golf tennis superman batman spiderman ironman pokemon
starwars princess sunshine shadow michael jennifer jordan thomas charlie daniel jessica ashley andrew joshua matthew
iloveyou loveyou lovely love loveme ilovemyself ihateyou trustno one trustnoone whatever nothing something anything
freedom liberty summer winter spring autumn january february march april may june july august september october
november december monday tuesday wednesday thursday friday saturday sunday weekend holiday birthday christmas
computer internet laptop windows apple google facebook twitter instagram youtube amazon microsoft samsung iphone
android starbucks london newyork chicago dallas boston seattle paris berlin madrid mumbai tokyo america england
germany france canada australia orange banana cherry cookie cheese chocolate coffee pepper ginger flower butterfly
buster maggie ginger killer ranger hunter harley mustang corvette ferrari porsche mercedes yamaha matrix merlin
access accessgranted knock knockknock abc abcd abcde abcdef abcdefg test testing tester testtest sample example
temp temporary sales salesforce salesteam company business manager office work team teamwork mentor mentee mentorship
ridealong rideal cohort enablement training onboarding newhire quota pipeline closer alwaysbeclosing
correcthorsebatterystaple tobeornottobe maytheforcebewithyou thequickbrownfox iamgroot gameofthrones harrypotter
`;

const guesses = new Set(firstGuesses.split(/\s+/).filter(Boolean));
const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiop",
  "qwertzuiop",
  "asdfghjkl",
  "zxcvbnm",
];
const backwards = (text: string) => [...text].reverse().join("");
const runs = [...rows, ...rows.map(backwards), "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujm"];

const isRun = (text: string) => runs.some((run) => run.includes(text)) || new Set(text).size === 1;

/** Whether a text is one short piece over and over: "aaaaaaaaaaaa", "abc1abc1abc1". */
function repeats(text: string): boolean {
  return [1, 2, 3, 4, 5, 6].some(
    (size) => text === text.slice(0, size).repeat(text.length).slice(0, text.length),
  );
}

/** Whether a text is nothing but walks of at least three keys along the keyboard, the alphabet or the numbers, or on one key. */
function isWalk(text: string): boolean {
  let rest = text;
  while (rest.length > 0) {
    let reach = Math.min(rest.length, 20);
    while (reach >= 3 && !isRun(rest.slice(0, reach))) reach--;
    if (reach < 3) return false;
    rest = rest.slice(reach);
  }
  return true;
}

/** Whether a text falls apart into first guesses and nothing else: "welcomewelcome", "adminpassword". */
function isMadeOfGuesses(text: string): boolean {
  const reachable = [0];
  for (let end = 3; end <= text.length; end++) {
    if (reachable.some((start) => guesses.has(text.slice(start, end)))) reachable.push(end);
  }
  return reachable.at(-1) === text.length;
}

const letters: Record<string, string> = {
  "0": "o",
  "1": "i",
  "!": "i",
  "3": "e",
  "4": "a",
  "@": "a",
  "5": "s",
  $: "s",
};
const unmask = (text: string) => text.replace(/[01!34@5$]/g, (sign) => letters[sign] ?? sign);
const onlyLetters = (text: string) => text.replace(/[^\p{L}]/gu, "");

/**
 * Whether a password is among the first that somebody would try: a common word dressed up with numbers and signs
 * ("Password2026!!"), common words in a row, one piece repeated, a walk along the keyboard, or a name that the person
 * goes by here (`called`) with nothing but numbers and signs added.
 */
export function isCommonPassword(password: string, called: readonly string[] = []): boolean {
  const text = password.normalize("NFKC").toLowerCase().replace(/\s/gu, "");
  const names = called.map((name) => onlyLetters(name.normalize("NFKC").toLowerCase()));
  const tail = text.replace(/[^\p{L}]+$/u, "");
  const shells = [text.replace(/[^\p{L}\p{N}]/gu, ""), onlyLetters(text), onlyLetters(unmask(tail)), tail];
  return (
    repeats(text) ||
    isWalk(text) ||
    shells.some(
      (shell) => shell.length > 2 && (isMadeOfGuesses(shell) || isWalk(shell) || names.includes(shell)),
    )
  );
}

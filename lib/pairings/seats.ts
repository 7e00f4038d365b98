/** Which mentee has which place of which mentor, so that a move costs the same however many there are. */
export type Seats = {
  /** The mentor of each mentee, -1 for nobody. */
  mentorOf: Int32Array;
  /** The place of each mentee, among all places of all mentors. */
  placeOf: Int32Array;
  /** Who has each place. Those of a mentor follow each other, the taken ones first. */
  menteeAt: Int32Array;
  /** The first place of each mentor, and one after the last. */
  firstPlace: Int32Array;
  /** How many places of each mentor are taken. */
  taken: Int32Array;
};

/** Empty places: `room[j]` of them for mentor `j`. */
export function makeSeats(mentees: number, room: Int32Array): Seats {
  const firstPlace = new Int32Array(room.length + 1);
  for (let mentor = 0; mentor < room.length; mentor++) {
    firstPlace[mentor + 1] = (firstPlace[mentor] as number) + (room[mentor] as number);
  }
  return {
    mentorOf: new Int32Array(mentees).fill(-1),
    placeOf: new Int32Array(mentees).fill(-1),
    menteeAt: new Int32Array(firstPlace[room.length] as number).fill(-1),
    firstPlace,
    taken: new Int32Array(room.length),
  };
}

/** Gives a mentee the next free place of a mentor. */
export function seat(seats: Seats, mentee: number, mentor: number) {
  const taken = seats.taken[mentor] as number;
  seats.taken[mentor] = taken + 1;
  sit(seats, mentee, mentor, (seats.firstPlace[mentor] as number) + taken);
}

/**
 * Moves everybody along a path that was found from `newcomer` to a free place of `mentor`: `by[j]` is the mentee who
 * comes to mentor `j`, and leaves their place at the mentor before on the path.
 */
export function moveAlong(seats: Seats, by: Int32Array, newcomer: number, mentor: number) {
  let mentee = by[mentor] as number;
  let left = seats.mentorOf[mentee] as number;
  let place = seats.placeOf[mentee] as number;
  seat(seats, mentee, mentor);
  while (mentee !== newcomer) {
    const [freed, freedPlace] = [left, place];
    mentee = by[freed] as number;
    left = seats.mentorOf[mentee] as number;
    place = seats.placeOf[mentee] as number;
    sit(seats, mentee, freed, freedPlace);
  }
}

function sit(seats: Seats, mentee: number, mentor: number, place: number) {
  seats.mentorOf[mentee] = mentor;
  seats.placeOf[mentee] = place;
  seats.menteeAt[place] = mentee;
}

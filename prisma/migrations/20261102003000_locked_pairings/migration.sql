-- A suggestion that an organizer wants to keep: a new run of suggestions leaves it where it is.

ALTER TABLE "Pairing" ADD COLUMN locked BOOLEAN NOT NULL DEFAULT false;

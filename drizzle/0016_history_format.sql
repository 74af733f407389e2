-- In which shape the payloads of events are stored: an older one is brought up to date at the next start (db/history/format.ts).
CREATE TABLE history_format (version INTEGER NOT NULL);
--> statement-breakpoint
INSERT INTO history_format VALUES (0);

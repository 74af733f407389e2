CREATE TABLE `seat_numbers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL
);
--> statement-breakpoint
-- Numbers are given once and count up: every one up to the last was a seat's.
INSERT INTO seat_numbers (id)
WITH RECURSIVE
  last(id) AS (SELECT seq FROM sqlite_sequence WHERE name = 'seats'),
  given(id) AS (SELECT 1 FROM last WHERE id > 0 UNION ALL SELECT given.id + 1 FROM given, last WHERE given.id < last.id)
SELECT id FROM given;
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_presences` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`review_id` integer NOT NULL,
	`seat_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seat_numbers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_presences`("id", "review_id", "seat_id", "at") SELECT "id", "review_id", "seat_id", "at" FROM `presences`;--> statement-breakpoint
DROP TABLE `presences`;--> statement-breakpoint
ALTER TABLE `__new_presences` RENAME TO `presences`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `presences_once` ON `presences` (`review_id`,`seat_id`);--> statement-breakpoint
CREATE TABLE `__new_seats` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`network_id` integer NOT NULL,
	`holder` text NOT NULL,
	`capacity` text NOT NULL,
	`person_id` text,
	FOREIGN KEY (`id`) REFERENCES `seat_numbers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_seats`("id", "network_id", "holder", "capacity", "person_id") SELECT "id", "network_id", "holder", "capacity", "person_id" FROM `seats`;--> statement-breakpoint
DROP TABLE `seats`;--> statement-breakpoint
ALTER TABLE `__new_seats` RENAME TO `seats`;--> statement-breakpoint
CREATE TABLE `__new_sign_offs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`review_id` integer NOT NULL,
	`seat_id` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`sha256` text,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seat_numbers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_sign_offs`("id", "review_id", "seat_id", "person_id", "at", "sha256") SELECT "id", "review_id", "seat_id", "person_id", "at", "sha256" FROM `sign_offs`;--> statement-breakpoint
DROP TABLE `sign_offs`;--> statement-breakpoint
ALTER TABLE `__new_sign_offs` RENAME TO `sign_offs`;--> statement-breakpoint
CREATE UNIQUE INDEX `sign_offs_once` ON `sign_offs` (`review_id`,`seat_id`);--> statement-breakpoint
CREATE TABLE `__new_stands` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`decision_id` integer NOT NULL,
	`seat_id` integer NOT NULL,
	`stand` text NOT NULL,
	`reason` text NOT NULL,
	`language` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seat_numbers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_stands`("id", "decision_id", "seat_id", "stand", "reason", "language", "person_id", "at") SELECT "id", "decision_id", "seat_id", "stand", "reason", "language", "person_id", "at" FROM `stands`;--> statement-breakpoint
DROP TABLE `stands`;--> statement-breakpoint
ALTER TABLE `__new_stands` RENAME TO `stands`;--> statement-breakpoint
CREATE UNIQUE INDEX `stands_once` ON `stands` (`decision_id`,`seat_id`);
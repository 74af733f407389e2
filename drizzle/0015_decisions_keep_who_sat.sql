CREATE TABLE `decision_looks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`decision_id` integer NOT NULL,
	`review_id` integer NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	`language` text NOT NULL,
	`by_decision_id` integer,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decision_looks_of_review` ON `decision_looks` (`review_id`,`id`);--> statement-breakpoint
CREATE INDEX `decision_looks_of_decision` ON `decision_looks` (`decision_id`);--> statement-breakpoint
CREATE TABLE `decision_records` (
	`decision_id` integer PRIMARY KEY NOT NULL,
	`record` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `decisions` ADD `ended_at` integer;--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `sha256` text;--> statement-breakpoint
CREATE INDEX `events_renaming_networks` ON `events` (`network_id`,`id`) WHERE kind = 'network.edited';--> statement-breakpoint
CREATE INDEX `events_renaming_people` ON `events` (`person_id`,`id`) WHERE kind = 'person.edited';--> statement-breakpoint
-- A decision's record is written once, when it is decided, and nobody edits or removes it.
CREATE TRIGGER decision_records_are_not_edited BEFORE UPDATE ON decision_records BEGIN
  SELECT RAISE(ABORT, 'decision records are never edited');
END;
--> statement-breakpoint
CREATE TRIGGER decision_records_are_not_removed BEFORE DELETE ON decision_records BEGIN
  SELECT RAISE(ABORT, 'decision records are never edited');
END;

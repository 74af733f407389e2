CREATE TABLE `alignments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`review_id` integer NOT NULL,
	`network_id` integer NOT NULL,
	`progress` text NOT NULL,
	`concerns` text NOT NULL,
	`asks` text NOT NULL,
	`report` text NOT NULL,
	`language` text NOT NULL,
	`updated_by_id` text NOT NULL,
	`updated_at` integer NOT NULL,
	`reported_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alignments_once` ON `alignments` (`review_id`,`network_id`);--> statement-breakpoint
CREATE TABLE `assessments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`review_id` integer NOT NULL,
	`action_id` integer NOT NULL,
	`assessment` text NOT NULL,
	`note` text NOT NULL,
	`language` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessments_once` ON `assessments` (`review_id`,`action_id`);--> statement-breakpoint
CREATE INDEX `assessments_of_action` ON `assessments` (`action_id`);--> statement-breakpoint
CREATE TABLE `decision_concerns` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`decision_id` integer NOT NULL,
	`action_id` integer,
	`suggestion_id` integer,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`suggestion_id`) REFERENCES `suggestions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decision_concerns_once` ON `decision_concerns` (`decision_id`,`action_id`,`suggestion_id`);--> statement-breakpoint
CREATE INDEX `decision_concerns_action` ON `decision_concerns` (`action_id`);--> statement-breakpoint
CREATE INDEX `decision_concerns_suggestion` ON `decision_concerns` (`suggestion_id`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`review_id` integer NOT NULL,
	`state` text NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`doer_id` text,
	`doer_network_id` integer,
	`due_on` text,
	`look_again_on` text,
	`revisits_id` integer,
	`plan_changes` text NOT NULL,
	`proposed_by_id` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`decided_at` integer,
	`done_at` integer,
	`reminded_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`doer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`doer_network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revisits_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decisions_of_review` ON `decisions` (`review_id`,`id`);--> statement-breakpoint
CREATE INDEX `decisions_to_look_at_again` ON `decisions` (`state`,`look_again_on`);--> statement-breakpoint
CREATE INDEX `decisions_due` ON `decisions` (`state`,`done_at`,`due_on`);--> statement-breakpoint
CREATE INDEX `decisions_of_doer` ON `decisions` (`doer_id`,`done_at`);--> statement-breakpoint
CREATE TABLE `frozen_reviews` (
	`review_id` integer PRIMARY KEY NOT NULL,
	`snapshot` text NOT NULL,
	`sha256` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `presences` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`review_id` integer NOT NULL,
	`seat_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `presences_once` ON `presences` (`review_id`,`seat_id`);--> statement-breakpoint
CREATE TABLE `report_sections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`year` integer NOT NULL,
	`section` text NOT NULL,
	`prose` text NOT NULL,
	`updated_by_id` text NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`updated_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_sections_once` ON `report_sections` (`year`,`section`);--> statement-breakpoint
CREATE TABLE `review_additions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`review_id` integer NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`author_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_additions_of_review` ON `review_additions` (`review_id`,`id`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`quarter` text NOT NULL,
	`state` text NOT NULL,
	`meeting_at` integer,
	`time_zone` text NOT NULL,
	`link` text NOT NULL,
	`agenda` text NOT NULL,
	`at_item` integer DEFAULT 0 NOT NULL,
	`rule` text NOT NULL,
	`quorum` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`opened_by_id` text,
	`closed_at` integer,
	`closed_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`opened_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_quarter_unique` ON `reviews` (`quarter`);--> statement-breakpoint
CREATE TABLE `sign_offs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`review_id` integer NOT NULL,
	`seat_id` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_offs_once` ON `sign_offs` (`review_id`,`seat_id`);--> statement-breakpoint
CREATE TABLE `stands` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`decision_id` integer NOT NULL,
	`seat_id` integer NOT NULL,
	`stand` text NOT NULL,
	`reason` text NOT NULL,
	`language` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stands_once` ON `stands` (`decision_id`,`seat_id`);--> statement-breakpoint
ALTER TABLE `comments` ADD `alignment_id` integer REFERENCES alignments(id);--> statement-breakpoint
CREATE INDEX `comments_on_alignment` ON `comments` (`alignment_id`,`id`);--> statement-breakpoint
ALTER TABLE `events` ADD `review_id` integer REFERENCES reviews(id);--> statement-breakpoint
ALTER TABLE `events` ADD `decision_id` integer REFERENCES decisions(id);--> statement-breakpoint
CREATE INDEX `events_of_review` ON `events` (`review_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_of_decision` ON `events` (`decision_id`,`id`);--> statement-breakpoint
-- What a closed review shows never changes again, and a correction stands beside it: nobody edits or removes either.
CREATE TRIGGER frozen_reviews_are_not_edited BEFORE UPDATE ON frozen_reviews BEGIN
  SELECT RAISE(ABORT, 'frozen reviews are never edited');
END;
--> statement-breakpoint
CREATE TRIGGER frozen_reviews_are_not_removed BEFORE DELETE ON frozen_reviews BEGIN
  SELECT RAISE(ABORT, 'frozen reviews are never edited');
END;
--> statement-breakpoint
CREATE TRIGGER review_additions_are_not_edited BEFORE UPDATE ON review_additions BEGIN
  SELECT RAISE(ABORT, 'corrections are never edited');
END;
--> statement-breakpoint
CREATE TRIGGER review_additions_are_not_removed BEFORE DELETE ON review_additions BEGIN
  SELECT RAISE(ABORT, 'corrections are never edited');
END;

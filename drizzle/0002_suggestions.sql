CREATE TABLE `answers` (
	`suggestion_id` integer PRIMARY KEY NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`typed` text NOT NULL,
	`written_by_id` text NOT NULL,
	`updated_at` integer NOT NULL,
	`published_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`suggestion_id`) REFERENCES `suggestions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `comments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`suggestion_id` integer NOT NULL,
	`author_id` text NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`is_question` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`suggestion_id`) REFERENCES `suggestions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comments_on_suggestion` ON `comments` (`suggestion_id`,`id`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`author_id` text NOT NULL,
	`workshop_id` integer,
	`typed` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `drafts_of_author` ON `drafts` (`author_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `drafts_of_workshop` ON `drafts` (`workshop_id`);--> statement-breakpoint
CREATE TABLE `follows` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` text NOT NULL,
	`thing` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `follows_once` ON `follows` (`thing`,`person_id`);--> statement-breakpoint
CREATE INDEX `follows_of_person` ON `follows` (`person_id`);--> statement-breakpoint
CREATE TABLE `mails` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`next_try_at` integer NOT NULL,
	`sent_at` integer,
	`last_error` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mails_to_send` ON `mails` (`state`,`next_try_at`);--> statement-breakpoint
CREATE INDEX `mails_to_person` ON `mails` (`person_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` text NOT NULL,
	`event_id` integer NOT NULL,
	`thing` text NOT NULL,
	`because` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	`mail_id` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mail_id`) REFERENCES `mails`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notices_of_person` ON `notices` (`person_id`,`read_at`,`id`);--> statement-breakpoint
CREATE INDEX `notices_unmailed` ON `notices` (`mail_id`,`read_at`,`person_id`);--> statement-breakpoint
CREATE INDEX `notices_of_event` ON `notices` (`event_id`);--> statement-breakpoint
CREATE TABLE `suggestion_wordings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`suggestion_id` integer NOT NULL,
	`wording` integer NOT NULL,
	`title` text NOT NULL,
	`why` text NOT NULL,
	`proposal` text NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`suggestion_id`) REFERENCES `suggestions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `suggestion_wordings_in_order` ON `suggestion_wordings` (`suggestion_id`,`wording`);--> statement-breakpoint
CREATE TABLE `suggestions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`board` text NOT NULL,
	`action_id` integer,
	`base_version` integer,
	`result_id` integer,
	`author_id` text NOT NULL,
	`workshop_id` integer,
	`origin_id` integer NOT NULL,
	`voice` text NOT NULL,
	`mandate_by_id` integer,
	`mandate_on` text,
	`mandate_occasion` text,
	`language` text NOT NULL,
	`title` text NOT NULL,
	`why` text NOT NULL,
	`proposal` text NOT NULL,
	`words` text NOT NULL,
	`wording` integer DEFAULT 1 NOT NULL,
	`submitted_at` integer NOT NULL,
	`promised_by` integer NOT NULL,
	`taken_up_at` integer,
	`put_off_until` text,
	`asked_at` integer,
	`closed_at` integer,
	`closed_why` text,
	`merged_into_id` integer,
	`counts_for_id` integer,
	`national_voices` integer DEFAULT 0 NOT NULL,
	`continental_voices` integer DEFAULT 0 NOT NULL,
	`other_voices` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`result_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`origin_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mandate_by_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_into_id`) REFERENCES `suggestions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`counts_for_id`) REFERENCES `suggestions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `suggestions_of_board` ON `suggestions` (`board`,`state`,`promised_by`);--> statement-breakpoint
CREATE INDEX `suggestions_by_state` ON `suggestions` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `suggestions_of_origin` ON `suggestions` (`origin_id`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `suggestions_of_author` ON `suggestions` (`author_id`,`id`);--> statement-breakpoint
CREATE INDEX `suggestions_on_action` ON `suggestions` (`action_id`);--> statement-breakpoint
CREATE INDEX `suggestions_behind_action` ON `suggestions` (`result_id`);--> statement-breakpoint
CREATE INDEX `suggestions_counted_for` ON `suggestions` (`counts_for_id`);--> statement-breakpoint
CREATE INDEX `suggestions_of_workshop` ON `suggestions` (`workshop_id`);--> statement-breakpoint
CREATE TABLE `supports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`suggestion_id` integer NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` integer,
	`origin_id` integer,
	`voice_of` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`suggestion_id`) REFERENCES `suggestions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`origin_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `supports_once` ON `supports` (`suggestion_id`,`voice_of`);--> statement-breakpoint
CREATE INDEX `supports_of_person` ON `supports` (`person_id`);--> statement-breakpoint
CREATE TABLE `workshops` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`facilitator_id` text NOT NULL,
	`occasion` text NOT NULL,
	`place` text NOT NULL,
	`held_on` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`facilitator_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `events` ADD `suggestion_id` integer REFERENCES suggestions(id);--> statement-breakpoint
CREATE INDEX `events_of_suggestion` ON `events` (`suggestion_id`,`id`);--> statement-breakpoint
ALTER TABLE `people` ADD `mailing` text DEFAULT 'at-once' NOT NULL;
CREATE TABLE `calendar_feeds` (
	`person_id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_token_hash_unique` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE TABLE `check_ins` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`action_id` integer NOT NULL,
	`key_result_id` integer,
	`value` real,
	`health` text NOT NULL,
	`happened` text NOT NULL,
	`evidence` text NOT NULL,
	`obstacles` text NOT NULL,
	`language` text NOT NULL,
	`author_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`key_result_id`) REFERENCES `key_results`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `check_ins_of_action` ON `check_ins` (`action_id`,`id`);--> statement-breakpoint
CREATE INDEX `check_ins_of_key_result` ON `check_ins` (`key_result_id`,`id`);--> statement-breakpoint
CREATE TABLE `dependencies` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`action_id` integer NOT NULL,
	`on_id` integer NOT NULL,
	`why` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`on_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dependencies_once` ON `dependencies` (`action_id`,`on_id`);--> statement-breakpoint
CREATE INDEX `dependencies_on` ON `dependencies` (`on_id`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`action_id` integer NOT NULL,
	`title` text NOT NULL,
	`language` text,
	`source` text NOT NULL,
	`url` text,
	`file_name` text,
	`media_type` text,
	`bytes` integer,
	`sha256` text,
	`added_by_id` text NOT NULL,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `documents_of_action` ON `documents` (`action_id`,`id`);--> statement-breakpoint
CREATE TABLE `key_results` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`action_id` integer NOT NULL,
	`name` text NOT NULL,
	`unit` text NOT NULL,
	`start` real NOT NULL,
	`target` real NOT NULL,
	`latest` real,
	`due_quarter` text,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `key_results_of_action` ON `key_results` (`action_id`,`id`);--> statement-breakpoint
CREATE TABLE `milestones` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`action_id` integer NOT NULL,
	`name` text NOT NULL,
	`day` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `milestones_of_action` ON `milestones` (`action_id`,`day`);--> statement-breakpoint
CREATE INDEX `milestones_by_day` ON `milestones` (`state`,`day`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`board` text NOT NULL,
	`query` text NOT NULL,
	`for_all` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `saved_views_of_board` ON `saved_views` (`board`,`for_all`);--> statement-breakpoint
CREATE INDEX `saved_views_of_owner` ON `saved_views` (`owner_id`);--> statement-breakpoint
CREATE TABLE `subsidiarity_links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`action_id` integer NOT NULL,
	`network_id` integer NOT NULL,
	`own_action_id` integer,
	`how` text NOT NULL,
	`answer` text,
	`note` text,
	`answered_by_id` text,
	`answered_at` integer,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`own_action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subsidiarity_links_once` ON `subsidiarity_links` (`action_id`,`network_id`);--> statement-breakpoint
CREATE INDEX `subsidiarity_links_to_network` ON `subsidiarity_links` (`network_id`,`answer`);--> statement-breakpoint
CREATE INDEX `subsidiarity_links_to_action` ON `subsidiarity_links` (`own_action_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_comments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`suggestion_id` integer,
	`action_id` integer,
	`reply_to_id` integer,
	`author_id` text NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`is_question` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`suggestion_id`) REFERENCES `suggestions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reply_to_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_comments`("id", "suggestion_id", "author_id", "text", "language", "is_question", "at") SELECT "id", "suggestion_id", "author_id", "text", "language", "is_question", "at" FROM `comments`;--> statement-breakpoint
DROP TABLE `comments`;--> statement-breakpoint
ALTER TABLE `__new_comments` RENAME TO `comments`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `comments_on_suggestion` ON `comments` (`suggestion_id`,`id`);--> statement-breakpoint
CREATE INDEX `comments_on_action` ON `comments` (`action_id`,`id`);--> statement-breakpoint
CREATE INDEX `comments_replying` ON `comments` (`reply_to_id`);--> statement-breakpoint
ALTER TABLE `actions` ADD `kind` text;--> statement-breakpoint
ALTER TABLE `actions` ADD `measured` integer;
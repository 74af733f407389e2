CREATE TABLE `sign_ins` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`at` integer NOT NULL,
	`address` text,
	`agent` text,
	`device_hash` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_ins_token_hash_unique` ON `sign_ins` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sign_ins_of_person` ON `sign_ins` (`person_id`,`at`);--> statement-breakpoint
ALTER TABLE `kept_forms` ADD `person_id` text REFERENCES people(id) ON DELETE cascade;--> statement-breakpoint
ALTER TABLE `networks` ADD `closed_on` text;--> statement-breakpoint
ALTER TABLE `networks` ADD `closed_why` text;--> statement-breakpoint
ALTER TABLE `networks` ADD `removed_at` integer;
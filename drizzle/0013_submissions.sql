CREATE TABLE `submissions` (
	`digest` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`path` text NOT NULL,
	`answer` blob,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `submissions_by_time` ON `submissions` (`at`);
CREATE TABLE `action_templates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`board` text NOT NULL,
	`content` text NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `action_templates_of_board` ON `action_templates` (`board`,`retired_at`);--> statement-breakpoint
CREATE TABLE `recurrence_actions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recurrence_id` integer NOT NULL,
	`quarter` text NOT NULL,
	`action_id` integer NOT NULL,
	FOREIGN KEY (`recurrence_id`) REFERENCES `recurrences`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recurrence_actions_once` ON `recurrence_actions` (`recurrence_id`,`quarter`);--> statement-breakpoint
CREATE UNIQUE INDEX `recurrence_actions_of_action` ON `recurrence_actions` (`action_id`);--> statement-breakpoint
CREATE TABLE `recurrences` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`every` text,
	`next_quarter` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `recurrences_to_make` ON `recurrences` (`next_quarter`);--> statement-breakpoint
-- History names a template by its number: it is retired, and never deleted.
CREATE TRIGGER action_templates_are_not_removed BEFORE DELETE ON action_templates BEGIN
  SELECT RAISE(ABORT, 'templates are retired, never deleted');
END;
--> statement-breakpoint
-- Which action stands for which quarter is settled once: a quarter is never made twice.
CREATE TRIGGER recurrence_actions_are_not_edited BEFORE UPDATE ON recurrence_actions BEGIN
  SELECT RAISE(ABORT, 'an action stands for its quarter for good');
END;
--> statement-breakpoint
CREATE TRIGGER recurrence_actions_are_not_removed BEFORE DELETE ON recurrence_actions BEGIN
  SELECT RAISE(ABORT, 'an action stands for its quarter for good');
END;

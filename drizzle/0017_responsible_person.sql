ALTER TABLE `actions` ADD `responsible_id` text REFERENCES people(id);--> statement-breakpoint
CREATE INDEX `actions_by_responsible` ON `actions` (`responsible_id`);
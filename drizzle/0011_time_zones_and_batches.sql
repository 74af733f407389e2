ALTER TABLE `people` ADD `time_zone` text;--> statement-breakpoint
CREATE INDEX `events_of_batch` ON `events` ("cause" ->> '$.together') WHERE "events"."cause" ->> '$.together' is not null;
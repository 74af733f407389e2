ALTER TABLE `entries` ADD `ahead_on` text;--> statement-breakpoint
CREATE INDEX `entries_ahead` ON `entries` (`ahead_on`) WHERE "entries"."ahead_on" is not null;--> statement-breakpoint
-- What is there already: as its register's definition says (app/features/registers/register.ts, `ahead`).
UPDATE `entries` SET `ahead_on` = CASE
  WHEN `register` = 'windows' THEN `fields` ->> '$.first'
  WHEN `register` = 'funding' AND `fields` ->> '$.stage' IN ('idea', 'in-preparation') THEN `fields` ->> '$.deadline'
  WHEN `register` = 'funding' AND `fields` ->> '$.stage' IN ('granted', 'paid') THEN `fields` ->> '$.reportDue'
  WHEN `register` = 'proposals' AND `fields` ->> '$.stage' IN ('draft', 'in-review', 'ready') THEN `fields` ->> '$.deadline'
END;

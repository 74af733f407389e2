CREATE TABLE `entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`register` text NOT NULL,
	`title` text NOT NULL,
	`network_id` integer NOT NULL,
	`fields` text NOT NULL,
	`words` text NOT NULL,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `entries_of_register` ON `entries` (`register`,`removed_at`,`id`);--> statement-breakpoint
CREATE INDEX `entries_of_network` ON `entries` (`network_id`);--> statement-breakpoint
CREATE TABLE `entry_links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`entry_id` integer NOT NULL,
	`field` text NOT NULL,
	`action_id` integer,
	`network_id` integer,
	`other_id` integer,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `entry_links_of_entry` ON `entry_links` (`entry_id`,`field`);--> statement-breakpoint
CREATE INDEX `entry_links_of_action` ON `entry_links` (`action_id`);--> statement-breakpoint
CREATE INDEX `entry_links_of_network` ON `entry_links` (`network_id`);--> statement-breakpoint
CREATE INDEX `entry_links_of_other` ON `entry_links` (`other_id`);--> statement-breakpoint
CREATE TABLE `entry_parts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`entry_id` integer NOT NULL,
	`kind` text NOT NULL,
	`network_id` integer,
	`language` text,
	`fields` text NOT NULL,
	`words` text NOT NULL,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `entry_parts_of_entry` ON `entry_parts` (`entry_id`,`kind`);--> statement-breakpoint
CREATE INDEX `entry_parts_of_network` ON `entry_parts` (`network_id`);--> statement-breakpoint
ALTER TABLE `events` ADD `entry_id` integer REFERENCES entries(id);--> statement-breakpoint
CREATE INDEX `events_of_entry` ON `events` (`entry_id`,`id`);--> statement-breakpoint
-- An entry is found by its title and words in each language, and by what its parts say; what was removed is not. Their rows
-- stand below zero, eight for each, beside those of everything else (0006, 0008).
CREATE TRIGGER entries_searched AFTER INSERT ON entries BEGIN
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT -(new.id * 8 + CASE key WHEN 'nl' THEN 0 WHEN 'fr' THEN 1 WHEN 'es' THEN 2 ELSE 3 END), 'E-' || new.id, coalesce(new.title ->> ('$.' || key), ''), value, 'entry', new.id, key
  FROM json_each(new.words) WHERE new.removed_at IS NULL;
END;
--> statement-breakpoint
CREATE TRIGGER entries_searched_again AFTER UPDATE OF title, words, removed_at ON entries BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN -(old.id * 8 + 3) AND -(old.id * 8);
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT -(new.id * 8 + CASE key WHEN 'nl' THEN 0 WHEN 'fr' THEN 1 WHEN 'es' THEN 2 ELSE 3 END), 'E-' || new.id, coalesce(new.title ->> ('$.' || key), ''), value, 'entry', new.id, key
  FROM json_each(new.words) WHERE new.removed_at IS NULL;
END;
--> statement-breakpoint
CREATE TRIGGER entries_removed AFTER UPDATE OF removed_at ON entries BEGIN
  DELETE FROM search_index WHERE rowid IN (SELECT -(id * 8 + 4) FROM entry_parts WHERE entry_id = old.id);
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT -(p.id * 8 + 4), '', '', p.words, 'entry', p.entry_id, p.language FROM entry_parts AS p
  WHERE p.entry_id = new.id AND p.removed_at IS NULL AND p.words <> '' AND new.removed_at IS NULL;
END;
--> statement-breakpoint
CREATE TRIGGER entries_no_longer_searched AFTER DELETE ON entries BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN -(old.id * 8 + 3) AND -(old.id * 8);
END;
--> statement-breakpoint
CREATE TRIGGER entry_parts_searched AFTER INSERT ON entry_parts WHEN new.words <> '' BEGIN
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  VALUES (-(new.id * 8 + 4), '', '', new.words, 'entry', new.entry_id, new.language);
END;
--> statement-breakpoint
CREATE TRIGGER entry_parts_searched_again AFTER UPDATE OF words, language, removed_at ON entry_parts BEGIN
  DELETE FROM search_index WHERE rowid = -(old.id * 8 + 4);
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT -(new.id * 8 + 4), '', '', new.words, 'entry', new.entry_id, new.language
  WHERE new.words <> '' AND new.removed_at IS NULL;
END;
--> statement-breakpoint
CREATE TRIGGER entry_parts_no_longer_searched AFTER DELETE ON entry_parts BEGIN
  DELETE FROM search_index WHERE rowid = -(old.id * 8 + 4);
END;

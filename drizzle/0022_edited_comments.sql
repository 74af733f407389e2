ALTER TABLE `comments` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `comments` ADD `edited_at` integer;--> statement-breakpoint
ALTER TABLE `comments` ADD `withdrawn_at` integer;
--> statement-breakpoint
-- The triggers of the table read this view: a comment that is withdrawn leaves the search with the change of its text.
DROP VIEW searched_comments;
--> statement-breakpoint
CREATE VIEW searched_comments (source, source_id, ref, title, body, kind, subject_id, language) AS
  SELECT 'comments', c.id, '', '', c.text, 'comment', c.id, c.language
  FROM comments AS c WHERE c.withdrawn_at IS NULL;

-- Tables, columns, kinds of events and a setting get the names that the program gives them (docs/glossary.md). Nothing is rebuilt:
-- renaming keeps rows, foreign keys, indexes and triggers. What is frozen or signed keeps its names, because sums are taken of it.
ALTER TABLE stands RENAME TO seat_positions;
--> statement-breakpoint
ALTER TABLE seat_positions RENAME COLUMN stand TO position;
--> statement-breakpoint
DROP INDEX stands_once;
--> statement-breakpoint
CREATE UNIQUE INDEX `seat_positions_once` ON `seat_positions` (`decision_id`,`seat_id`);
--> statement-breakpoint
ALTER TABLE suggestions RENAME COLUMN promised_by TO response_due;
--> statement-breakpoint
ALTER TABLE notices RENAME COLUMN thing TO subject;
--> statement-breakpoint
ALTER TABLE follows RENAME COLUMN thing TO subject;
--> statement-breakpoint
ALTER TABLE notices RENAME COLUMN because TO reason;
--> statement-breakpoint
ALTER TABLE kept_forms RENAME TO form_drafts;
--> statement-breakpoint
ALTER TABLE drafts RENAME COLUMN typed TO form_values;
--> statement-breakpoint
ALTER TABLE answers RENAME COLUMN typed TO form_values;
--> statement-breakpoint
ALTER TABLE people RENAME COLUMN mailing TO mail_frequency;
--> statement-breakpoint
ALTER TABLE suggestions RENAME COLUMN words TO search_text;
--> statement-breakpoint
ALTER TABLE entries RENAME COLUMN words TO search_text;
--> statement-breakpoint
ALTER TABLE entry_parts RENAME COLUMN words TO search_text;
--> statement-breakpoint
ALTER TABLE search_index RENAME COLUMN thing TO subject_id;
--> statement-breakpoint
-- A view's own names are not renamed with the columns that it reads: the views are made again, and the two triggers that use such a name.
DROP TRIGGER labels_searched_again;
--> statement-breakpoint
DROP TRIGGER entries_removed;
--> statement-breakpoint
DROP VIEW searched_action_texts;
--> statement-breakpoint
DROP VIEW searched_actions;
--> statement-breakpoint
DROP VIEW searched_suggestions;
--> statement-breakpoint
DROP VIEW searched_comments;
--> statement-breakpoint
DROP VIEW searched_networks;
--> statement-breakpoint
DROP VIEW searched_key_results;
--> statement-breakpoint
DROP VIEW searched_decisions;
--> statement-breakpoint
DROP VIEW searched_documents;
--> statement-breakpoint
DROP VIEW searched_answers;
--> statement-breakpoint
DROP VIEW searched_entries;
--> statement-breakpoint
DROP VIEW searched_entry_parts;
--> statement-breakpoint
-- The labels of an action are found as its texts are.
CREATE VIEW searched_action_texts (source, source_id, ref, title, body, kind, subject_id, language) AS
  SELECT 'action_texts', t.id, a.ref, t.title, t.description || ' ' || t.expected_result
    || coalesce((SELECT ' ' || group_concat(label.value, ', ') FROM json_each(a.labels) AS label), ''), 'action', a.id, t.language
  FROM action_texts AS t JOIN actions AS a ON a.id = t.action_id;
--> statement-breakpoint
CREATE VIEW searched_actions (source, source_id, ref, title, body, kind, subject_id, language) AS
  SELECT 'actions', a.id, '', '', outcome.value, 'result', a.id, outcome.key
  FROM actions AS a, json_each(a.outcome) AS outcome WHERE outcome.value <> '';
--> statement-breakpoint
CREATE VIEW searched_suggestions (source, source_id, ref, title, body, kind, subject_id, language) AS
  SELECT 'suggestions', s.id, 'S-' || s.id, s.title, s.search_text, 'suggestion', s.id, s.language
  FROM suggestions AS s;
--> statement-breakpoint
CREATE VIEW searched_comments (source, source_id, ref, title, body, kind, subject_id, language) AS
  SELECT 'comments', c.id, '', '', c.text, 'comment', c.id, c.language
  FROM comments AS c;
--> statement-breakpoint
-- Every name of a network is found, whatever language it is in.
CREATE VIEW searched_networks (source, source_id, ref, title, body, kind, subject_id, language) AS
  SELECT 'networks', n.id, '', (SELECT group_concat(value, ' · ') FROM (SELECT DISTINCT value FROM json_each(n.names) WHERE value <> '')), '', 'network', n.id, NULL
  FROM networks AS n;
--> statement-breakpoint
CREATE VIEW searched_key_results (source, source_id, ref, title, body, kind, subject_id, language) AS
  SELECT 'key_results', k.id, '', '', name.value || ' ' || k.unit, 'result', k.action_id, name.key
  FROM key_results AS k, json_each(k.name) AS name WHERE k.retired_at IS NULL AND name.value <> '';
--> statement-breakpoint
-- The beginning of a long decision stands for its title.
CREATE VIEW searched_decisions (source, source_id, ref, title, body, kind, subject_id, language) AS
  SELECT 'decisions', d.id, '', substr(d.text, 1, 200), CASE WHEN length(d.text) > 200 THEN d.text ELSE '' END, 'decision', d.id, d.language
  FROM decisions AS d;
--> statement-breakpoint
CREATE VIEW searched_documents (source, source_id, ref, title, body, kind, subject_id, language) AS
  SELECT 'documents', d.id, '', d.title, d.source, 'document', d.id, d.language
  FROM documents AS d WHERE d.removed_at IS NULL;
--> statement-breakpoint
-- An answer is found when it is published; it has the number of its suggestion.
CREATE VIEW searched_answers (source, source_id, ref, title, body, kind, subject_id, language) AS
  SELECT 'answers', a.suggestion_id, '', '', reason.value, 'answer', a.suggestion_id, reason.key
  FROM answers AS a, json_each(a.reason) AS reason WHERE a.published_at IS NOT NULL AND reason.value <> '';
--> statement-breakpoint
CREATE VIEW searched_entries (source, source_id, ref, title, body, kind, subject_id, language) AS
  SELECT 'entries', e.id, 'E-' || e.id, coalesce(e.title ->> ('$.' || text.key), ''), text.value, 'entry', e.id, text.key
  FROM entries AS e, json_each(e.search_text) AS text WHERE e.removed_at IS NULL;
--> statement-breakpoint
CREATE VIEW searched_entry_parts (source, source_id, ref, title, body, kind, subject_id, language) AS
  SELECT 'entry_parts', p.id, '', '', p.search_text, 'entry', p.entry_id, p.language
  FROM entry_parts AS p JOIN entries AS e ON e.id = p.entry_id
  WHERE p.removed_at IS NULL AND e.removed_at IS NULL AND p.search_text <> '';
--> statement-breakpoint
CREATE TRIGGER labels_searched_again AFTER UPDATE OF labels ON actions WHEN old.labels IS NOT new.labels BEGIN
  DELETE FROM search_index WHERE source = 'action_texts' AND source_id IN (SELECT id FROM action_texts WHERE action_id = old.id);
  INSERT INTO search_index (source, source_id, ref, title, body, kind, subject_id, language) SELECT * FROM searched_action_texts WHERE subject_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER entries_removed AFTER UPDATE OF removed_at ON entries BEGIN
  DELETE FROM search_index WHERE source = 'entry_parts' AND source_id IN (SELECT id FROM entry_parts WHERE entry_id = old.id);
  INSERT INTO search_index (source, source_id, ref, title, body, kind, subject_id, language) SELECT * FROM searched_entry_parts WHERE subject_id = new.id;
END;
--> statement-breakpoint
UPDATE settings SET name = 'responseDeadlines' WHERE name = 'answerPromise';
--> statement-breakpoint
-- History is append-only for everybody else: the trigger that refuses an edit is lifted within this transaction.
DROP TRIGGER events_are_not_edited;
--> statement-breakpoint
DROP INDEX events_of_batch;
--> statement-breakpoint
UPDATE events SET kind = 'response-deadlines.edited' WHERE kind = 'promise.edited';
--> statement-breakpoint
UPDATE events SET kind = 'decision.position-recorded' WHERE kind = 'decision.stood';
--> statement-breakpoint
UPDATE events SET before = json_remove(json_set(before, '$.position', before ->> '$.stand'), '$.stand')
  WHERE kind IN ('decision.position-recorded', 'decision.lapsed') AND before ->> '$.stand' IS NOT NULL;
--> statement-breakpoint
UPDATE events SET after = json_remove(json_set(after, '$.position', after ->> '$.stand'), '$.stand')
  WHERE kind IN ('decision.position-recorded', 'decision.lapsed') AND after ->> '$.stand' IS NOT NULL;
--> statement-breakpoint
UPDATE events SET cause = json_object('bulkEdit', cause ->> '$.together') WHERE cause ->> '$.together' IS NOT NULL;
--> statement-breakpoint
CREATE INDEX `events_of_batch` ON `events` ("cause" ->> '$.bulkEdit') WHERE "events"."cause" ->> '$.bulkEdit' is not null;
--> statement-breakpoint
CREATE TRIGGER events_are_not_edited BEFORE UPDATE ON events BEGIN
  SELECT RAISE(ABORT, 'events are append-only');
END;

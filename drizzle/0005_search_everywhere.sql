-- Everything that people look for, in one full-text table, so that what is found can be ranked together: without regard to
-- accents, in every language. A row's number is its source's id times eight and a digit that says which source it is.
-- Only triggers write here.
CREATE VIRTUAL TABLE search_index USING fts5(
  ref, title, body, kind UNINDEXED, thing UNINDEXED, language UNINDEXED,
  tokenize='unicode61 remove_diacritics 2',
  prefix='2 3'
);
--> statement-breakpoint
INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT s.id * 8 + 0, (SELECT ref FROM actions WHERE id = s.action_id), s.title, s.description || ' ' || s.expected_result, 'action', s.action_id, s.language FROM action_texts AS s;
--> statement-breakpoint
CREATE TRIGGER action_texts_searched AFTER INSERT ON action_texts BEGIN
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 8 + 0, (SELECT ref FROM actions WHERE id = new.action_id), new.title, new.description || ' ' || new.expected_result, 'action', new.action_id, new.language;
END;
--> statement-breakpoint
CREATE TRIGGER action_texts_searched_again AFTER UPDATE OF title, description, expected_result ON action_texts BEGIN
  DELETE FROM search_index WHERE rowid = old.id * 8 + 0;
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 8 + 0, (SELECT ref FROM actions WHERE id = new.action_id), new.title, new.description || ' ' || new.expected_result, 'action', new.action_id, new.language;
END;
--> statement-breakpoint
CREATE TRIGGER action_texts_no_longer_searched AFTER DELETE ON action_texts BEGIN
  DELETE FROM search_index WHERE rowid = old.id * 8 + 0;
END;
--> statement-breakpoint
INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT s.id * 8 + 1, '', '', (SELECT group_concat(value, ' · ') FROM (SELECT DISTINCT value FROM json_each(s.outcome) WHERE value <> '')), 'result', s.id, s.source_language FROM actions AS s WHERE s.outcome IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER outcomes_searched AFTER INSERT ON actions BEGIN
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 8 + 1, '', '', (SELECT group_concat(value, ' · ') FROM (SELECT DISTINCT value FROM json_each(new.outcome) WHERE value <> '')), 'result', new.id, new.source_language WHERE new.outcome IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER outcomes_searched_again AFTER UPDATE OF outcome, source_language ON actions BEGIN
  DELETE FROM search_index WHERE rowid = old.id * 8 + 1;
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 8 + 1, '', '', (SELECT group_concat(value, ' · ') FROM (SELECT DISTINCT value FROM json_each(new.outcome) WHERE value <> '')), 'result', new.id, new.source_language WHERE new.outcome IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER outcomes_no_longer_searched AFTER DELETE ON actions BEGIN
  DELETE FROM search_index WHERE rowid = old.id * 8 + 1;
END;
--> statement-breakpoint
INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT s.id * 8 + 2, 'S-' || s.id, s.title, s.words, 'suggestion', s.id, s.language FROM suggestions AS s;
--> statement-breakpoint
CREATE TRIGGER suggestions_searched AFTER INSERT ON suggestions BEGIN
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 8 + 2, 'S-' || new.id, new.title, new.words, 'suggestion', new.id, new.language;
END;
--> statement-breakpoint
CREATE TRIGGER suggestions_searched_again AFTER UPDATE OF title, words, language ON suggestions BEGIN
  DELETE FROM search_index WHERE rowid = old.id * 8 + 2;
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 8 + 2, 'S-' || new.id, new.title, new.words, 'suggestion', new.id, new.language;
END;
--> statement-breakpoint
CREATE TRIGGER suggestions_no_longer_searched AFTER DELETE ON suggestions BEGIN
  DELETE FROM search_index WHERE rowid = old.id * 8 + 2;
END;
--> statement-breakpoint
INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT s.id * 8 + 3, '', '', s.text, 'comment', s.id, s.language FROM comments AS s;
--> statement-breakpoint
CREATE TRIGGER comments_searched AFTER INSERT ON comments BEGIN
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 8 + 3, '', '', new.text, 'comment', new.id, new.language;
END;
--> statement-breakpoint
CREATE TRIGGER comments_searched_again AFTER UPDATE OF text, language ON comments BEGIN
  DELETE FROM search_index WHERE rowid = old.id * 8 + 3;
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 8 + 3, '', '', new.text, 'comment', new.id, new.language;
END;
--> statement-breakpoint
CREATE TRIGGER comments_no_longer_searched AFTER DELETE ON comments BEGIN
  DELETE FROM search_index WHERE rowid = old.id * 8 + 3;
END;
--> statement-breakpoint
INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT s.id * 8 + 4, '', (SELECT group_concat(value, ' · ') FROM (SELECT DISTINCT value FROM json_each(s.names) WHERE value <> '')), '', 'network', s.id, NULL FROM networks AS s;
--> statement-breakpoint
CREATE TRIGGER networks_searched AFTER INSERT ON networks BEGIN
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 8 + 4, '', (SELECT group_concat(value, ' · ') FROM (SELECT DISTINCT value FROM json_each(new.names) WHERE value <> '')), '', 'network', new.id, NULL;
END;
--> statement-breakpoint
CREATE TRIGGER networks_searched_again AFTER UPDATE OF names ON networks BEGIN
  DELETE FROM search_index WHERE rowid = old.id * 8 + 4;
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 8 + 4, '', (SELECT group_concat(value, ' · ') FROM (SELECT DISTINCT value FROM json_each(new.names) WHERE value <> '')), '', 'network', new.id, NULL;
END;
--> statement-breakpoint
CREATE TRIGGER networks_no_longer_searched AFTER DELETE ON networks BEGIN
  DELETE FROM search_index WHERE rowid = old.id * 8 + 4;
END;
--> statement-breakpoint
INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT s.id * 8 + 5, '', '', (SELECT group_concat(value, ' · ') FROM (SELECT DISTINCT value FROM json_each(s.name) WHERE value <> '')) || ' ' || s.unit, 'result', s.action_id, NULL FROM key_results AS s WHERE s.retired_at IS NULL;
--> statement-breakpoint
CREATE TRIGGER key_results_searched AFTER INSERT ON key_results BEGIN
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 8 + 5, '', '', (SELECT group_concat(value, ' · ') FROM (SELECT DISTINCT value FROM json_each(new.name) WHERE value <> '')) || ' ' || new.unit, 'result', new.action_id, NULL WHERE new.retired_at IS NULL;
END;
--> statement-breakpoint
CREATE TRIGGER key_results_searched_again AFTER UPDATE OF name, unit, retired_at ON key_results BEGIN
  DELETE FROM search_index WHERE rowid = old.id * 8 + 5;
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 8 + 5, '', '', (SELECT group_concat(value, ' · ') FROM (SELECT DISTINCT value FROM json_each(new.name) WHERE value <> '')) || ' ' || new.unit, 'result', new.action_id, NULL WHERE new.retired_at IS NULL;
END;
--> statement-breakpoint
CREATE TRIGGER key_results_no_longer_searched AFTER DELETE ON key_results BEGIN
  DELETE FROM search_index WHERE rowid = old.id * 8 + 5;
END;

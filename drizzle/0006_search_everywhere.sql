-- Everything that people look for, in one full-text table, so that what is found can be ranked together: without regard to
-- accents, in every language. A row's number is its source's id times sixty-four, eight times a digit that says which source
-- it is, and a digit for the language.
-- Only triggers write here.
CREATE VIRTUAL TABLE search_index USING fts5(
  ref, title, body, kind UNINDEXED, thing UNINDEXED, language UNINDEXED,
  tokenize='unicode61 remove_diacritics 2',
  prefix='2 3'
);
--> statement-breakpoint
INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT s.id * 64 + 0, (SELECT ref FROM actions WHERE id = s.action_id), s.title, s.description || ' ' || s.expected_result, 'action', s.action_id, s.language
  FROM action_texts AS s;
--> statement-breakpoint
CREATE TRIGGER action_texts_searched AFTER INSERT ON action_texts BEGIN
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 64 + 0, (SELECT ref FROM actions WHERE id = new.action_id), new.title, new.description || ' ' || new.expected_result, 'action', new.action_id, new.language;
END;
--> statement-breakpoint
CREATE TRIGGER action_texts_searched_again AFTER UPDATE OF title, description, expected_result ON action_texts BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.id * 64 + 0 AND old.id * 64 + 7;
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 64 + 0, (SELECT ref FROM actions WHERE id = new.action_id), new.title, new.description || ' ' || new.expected_result, 'action', new.action_id, new.language;
END;
--> statement-breakpoint
CREATE TRIGGER action_texts_no_longer_searched AFTER DELETE ON action_texts BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.id * 64 + 0 AND old.id * 64 + 7;
END;
--> statement-breakpoint
INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT s.id * 64 + 8 + CASE key WHEN 'nl' THEN 1 WHEN 'fr' THEN 2 WHEN 'es' THEN 3 ELSE 4 END, '', '', value, 'result', s.id, key
  FROM actions AS s, json_each(s.outcome)
  WHERE value <> '';
--> statement-breakpoint
CREATE TRIGGER outcomes_searched AFTER INSERT ON actions BEGIN
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 64 + 8 + CASE key WHEN 'nl' THEN 1 WHEN 'fr' THEN 2 WHEN 'es' THEN 3 ELSE 4 END, '', '', value, 'result', new.id, key
  FROM json_each(new.outcome)
  WHERE value <> '';
END;
--> statement-breakpoint
CREATE TRIGGER outcomes_searched_again AFTER UPDATE OF outcome ON actions BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.id * 64 + 8 AND old.id * 64 + 15;
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 64 + 8 + CASE key WHEN 'nl' THEN 1 WHEN 'fr' THEN 2 WHEN 'es' THEN 3 ELSE 4 END, '', '', value, 'result', new.id, key
  FROM json_each(new.outcome)
  WHERE value <> '';
END;
--> statement-breakpoint
CREATE TRIGGER outcomes_no_longer_searched AFTER DELETE ON actions BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.id * 64 + 8 AND old.id * 64 + 15;
END;
--> statement-breakpoint
INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT s.id * 64 + 16, 'S-' || s.id, s.title, s.words, 'suggestion', s.id, s.language
  FROM suggestions AS s;
--> statement-breakpoint
CREATE TRIGGER suggestions_searched AFTER INSERT ON suggestions BEGIN
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 64 + 16, 'S-' || new.id, new.title, new.words, 'suggestion', new.id, new.language;
END;
--> statement-breakpoint
CREATE TRIGGER suggestions_searched_again AFTER UPDATE OF title, words, language ON suggestions BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.id * 64 + 16 AND old.id * 64 + 23;
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 64 + 16, 'S-' || new.id, new.title, new.words, 'suggestion', new.id, new.language;
END;
--> statement-breakpoint
CREATE TRIGGER suggestions_no_longer_searched AFTER DELETE ON suggestions BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.id * 64 + 16 AND old.id * 64 + 23;
END;
--> statement-breakpoint
INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT s.id * 64 + 24, '', '', s.text, 'comment', s.id, s.language
  FROM comments AS s;
--> statement-breakpoint
CREATE TRIGGER comments_searched AFTER INSERT ON comments BEGIN
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 64 + 24, '', '', new.text, 'comment', new.id, new.language;
END;
--> statement-breakpoint
CREATE TRIGGER comments_searched_again AFTER UPDATE OF text, language ON comments BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.id * 64 + 24 AND old.id * 64 + 31;
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 64 + 24, '', '', new.text, 'comment', new.id, new.language;
END;
--> statement-breakpoint
CREATE TRIGGER comments_no_longer_searched AFTER DELETE ON comments BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.id * 64 + 24 AND old.id * 64 + 31;
END;
--> statement-breakpoint
INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT s.id * 64 + 32, '', (SELECT group_concat(value, ' · ') FROM (SELECT DISTINCT value FROM json_each(s.names) WHERE value <> '')), '', 'network', s.id, NULL
  FROM networks AS s;
--> statement-breakpoint
CREATE TRIGGER networks_searched AFTER INSERT ON networks BEGIN
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 64 + 32, '', (SELECT group_concat(value, ' · ') FROM (SELECT DISTINCT value FROM json_each(new.names) WHERE value <> '')), '', 'network', new.id, NULL;
END;
--> statement-breakpoint
CREATE TRIGGER networks_searched_again AFTER UPDATE OF names ON networks BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.id * 64 + 32 AND old.id * 64 + 39;
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 64 + 32, '', (SELECT group_concat(value, ' · ') FROM (SELECT DISTINCT value FROM json_each(new.names) WHERE value <> '')), '', 'network', new.id, NULL;
END;
--> statement-breakpoint
CREATE TRIGGER networks_no_longer_searched AFTER DELETE ON networks BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.id * 64 + 32 AND old.id * 64 + 39;
END;
--> statement-breakpoint
INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT s.id * 64 + 40 + CASE key WHEN 'nl' THEN 1 WHEN 'fr' THEN 2 WHEN 'es' THEN 3 ELSE 4 END, '', '', value || ' ' || s.unit, 'result', s.action_id, key
  FROM key_results AS s, json_each(s.name)
  WHERE s.retired_at IS NULL AND value <> '';
--> statement-breakpoint
CREATE TRIGGER key_results_searched AFTER INSERT ON key_results BEGIN
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 64 + 40 + CASE key WHEN 'nl' THEN 1 WHEN 'fr' THEN 2 WHEN 'es' THEN 3 ELSE 4 END, '', '', value || ' ' || new.unit, 'result', new.action_id, key
  FROM json_each(new.name)
  WHERE new.retired_at IS NULL AND value <> '';
END;
--> statement-breakpoint
CREATE TRIGGER key_results_searched_again AFTER UPDATE OF name, unit, retired_at ON key_results BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.id * 64 + 40 AND old.id * 64 + 47;
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 64 + 40 + CASE key WHEN 'nl' THEN 1 WHEN 'fr' THEN 2 WHEN 'es' THEN 3 ELSE 4 END, '', '', value || ' ' || new.unit, 'result', new.action_id, key
  FROM json_each(new.name)
  WHERE new.retired_at IS NULL AND value <> '';
END;
--> statement-breakpoint
CREATE TRIGGER key_results_no_longer_searched AFTER DELETE ON key_results BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.id * 64 + 40 AND old.id * 64 + 47;
END;

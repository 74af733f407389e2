-- Decisions, the titles of documents and the reasons of published answers are found too (0006 has the other sources). A row's
-- number is its source's id times sixty-four and 48 for a decision, 52 for a document, 56 and a digit for the language for an answer.
-- Of a long decision the beginning is its title, and the whole is its text.
INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT s.id * 64 + 48, '', substr(s.text, 1, 200), CASE WHEN length(s.text) > 200 THEN s.text ELSE '' END, 'decision', s.id, s.language
  FROM decisions AS s;
--> statement-breakpoint
CREATE TRIGGER decisions_searched AFTER INSERT ON decisions BEGIN
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 64 + 48, '', substr(new.text, 1, 200), CASE WHEN length(new.text) > 200 THEN new.text ELSE '' END, 'decision', new.id, new.language;
END;
--> statement-breakpoint
CREATE TRIGGER decisions_searched_again AFTER UPDATE OF text, language ON decisions BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.id * 64 + 48 AND old.id * 64 + 51;
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 64 + 48, '', substr(new.text, 1, 200), CASE WHEN length(new.text) > 200 THEN new.text ELSE '' END, 'decision', new.id, new.language;
END;
--> statement-breakpoint
CREATE TRIGGER decisions_no_longer_searched AFTER DELETE ON decisions BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.id * 64 + 48 AND old.id * 64 + 51;
END;
--> statement-breakpoint
INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT s.id * 64 + 52, '', s.title, s.source, 'document', s.id, s.language
  FROM documents AS s
  WHERE s.removed_at IS NULL;
--> statement-breakpoint
CREATE TRIGGER documents_searched AFTER INSERT ON documents BEGIN
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 64 + 52, '', new.title, new.source, 'document', new.id, new.language
  WHERE new.removed_at IS NULL;
END;
--> statement-breakpoint
CREATE TRIGGER documents_searched_again AFTER UPDATE OF title, source, language, removed_at ON documents BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.id * 64 + 52 AND old.id * 64 + 55;
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.id * 64 + 52, '', new.title, new.source, 'document', new.id, new.language
  WHERE new.removed_at IS NULL;
END;
--> statement-breakpoint
CREATE TRIGGER documents_no_longer_searched AFTER DELETE ON documents BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.id * 64 + 52 AND old.id * 64 + 55;
END;
--> statement-breakpoint
INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT s.suggestion_id * 64 + 56 + CASE key WHEN 'nl' THEN 1 WHEN 'fr' THEN 2 WHEN 'es' THEN 3 ELSE 4 END, '', '', value, 'answer', s.suggestion_id, key
  FROM answers AS s, json_each(s.reason)
  WHERE s.published_at IS NOT NULL AND value <> '';
--> statement-breakpoint
CREATE TRIGGER answers_searched AFTER INSERT ON answers BEGIN
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.suggestion_id * 64 + 56 + CASE key WHEN 'nl' THEN 1 WHEN 'fr' THEN 2 WHEN 'es' THEN 3 ELSE 4 END, '', '', value, 'answer', new.suggestion_id, key
  FROM json_each(new.reason)
  WHERE new.published_at IS NOT NULL AND value <> '';
END;
--> statement-breakpoint
CREATE TRIGGER answers_searched_again AFTER UPDATE OF reason, published_at ON answers BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.suggestion_id * 64 + 56 AND old.suggestion_id * 64 + 63;
  INSERT INTO search_index(rowid, ref, title, body, kind, thing, language)
  SELECT new.suggestion_id * 64 + 56 + CASE key WHEN 'nl' THEN 1 WHEN 'fr' THEN 2 WHEN 'es' THEN 3 ELSE 4 END, '', '', value, 'answer', new.suggestion_id, key
  FROM json_each(new.reason)
  WHERE new.published_at IS NOT NULL AND value <> '';
END;
--> statement-breakpoint
CREATE TRIGGER answers_no_longer_searched AFTER DELETE ON answers BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.suggestion_id * 64 + 56 AND old.suggestion_id * 64 + 63;
END;

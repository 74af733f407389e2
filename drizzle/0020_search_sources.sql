-- What is searched gets rows with numbers of their own, each of which names the row that it comes from: its table (`source`) and its
-- number there (`source_id`). Before, a row's number was computed from both, with room for a fixed number of tables and languages.
-- A view for each table says once how its rows are searched; its triggers and this migration read it. A later migration that
-- rebuilds one of these tables has to drop its view first, and to make the view and the triggers again.
DROP TRIGGER action_texts_searched;
--> statement-breakpoint
DROP TRIGGER action_texts_searched_again;
--> statement-breakpoint
DROP TRIGGER action_texts_no_longer_searched;
--> statement-breakpoint
DROP TRIGGER outcomes_searched;
--> statement-breakpoint
DROP TRIGGER outcomes_searched_again;
--> statement-breakpoint
DROP TRIGGER outcomes_no_longer_searched;
--> statement-breakpoint
DROP TRIGGER labels_searched_again;
--> statement-breakpoint
DROP TRIGGER suggestions_searched;
--> statement-breakpoint
DROP TRIGGER suggestions_searched_again;
--> statement-breakpoint
DROP TRIGGER suggestions_no_longer_searched;
--> statement-breakpoint
DROP TRIGGER comments_searched;
--> statement-breakpoint
DROP TRIGGER comments_searched_again;
--> statement-breakpoint
DROP TRIGGER comments_no_longer_searched;
--> statement-breakpoint
DROP TRIGGER networks_searched;
--> statement-breakpoint
DROP TRIGGER networks_searched_again;
--> statement-breakpoint
DROP TRIGGER networks_no_longer_searched;
--> statement-breakpoint
DROP TRIGGER key_results_searched;
--> statement-breakpoint
DROP TRIGGER key_results_searched_again;
--> statement-breakpoint
DROP TRIGGER key_results_no_longer_searched;
--> statement-breakpoint
DROP TRIGGER decisions_searched;
--> statement-breakpoint
DROP TRIGGER decisions_searched_again;
--> statement-breakpoint
DROP TRIGGER decisions_no_longer_searched;
--> statement-breakpoint
DROP TRIGGER documents_searched;
--> statement-breakpoint
DROP TRIGGER documents_searched_again;
--> statement-breakpoint
DROP TRIGGER documents_no_longer_searched;
--> statement-breakpoint
DROP TRIGGER answers_searched;
--> statement-breakpoint
DROP TRIGGER answers_searched_again;
--> statement-breakpoint
DROP TRIGGER answers_no_longer_searched;
--> statement-breakpoint
DROP TRIGGER entries_searched;
--> statement-breakpoint
DROP TRIGGER entries_searched_again;
--> statement-breakpoint
DROP TRIGGER entries_removed;
--> statement-breakpoint
DROP TRIGGER entries_no_longer_searched;
--> statement-breakpoint
DROP TRIGGER entry_parts_searched;
--> statement-breakpoint
DROP TRIGGER entry_parts_searched_again;
--> statement-breakpoint
DROP TRIGGER entry_parts_no_longer_searched;
--> statement-breakpoint
DROP TABLE search_index;
--> statement-breakpoint
CREATE TABLE search_index (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, source_id INTEGER NOT NULL,
  ref TEXT NOT NULL, title TEXT, body TEXT NOT NULL,
  kind TEXT NOT NULL, thing INTEGER NOT NULL, language TEXT
);
--> statement-breakpoint
CREATE UNIQUE INDEX search_index_of_source ON search_index (source, source_id, language);
--> statement-breakpoint
-- The labels of an action are found as its texts are.
CREATE VIEW searched_action_texts (source, source_id, ref, title, body, kind, thing, language) AS
  SELECT 'action_texts', t.id, a.ref, t.title, t.description || ' ' || t.expected_result
    || coalesce((SELECT ' ' || group_concat(label.value, ', ') FROM json_each(a.labels) AS label), ''), 'action', a.id, t.language
  FROM action_texts AS t JOIN actions AS a ON a.id = t.action_id;
--> statement-breakpoint
CREATE VIEW searched_actions (source, source_id, ref, title, body, kind, thing, language) AS
  SELECT 'actions', a.id, '', '', outcome.value, 'result', a.id, outcome.key
  FROM actions AS a, json_each(a.outcome) AS outcome WHERE outcome.value <> '';
--> statement-breakpoint
CREATE VIEW searched_suggestions (source, source_id, ref, title, body, kind, thing, language) AS
  SELECT 'suggestions', s.id, 'S-' || s.id, s.title, s.words, 'suggestion', s.id, s.language
  FROM suggestions AS s;
--> statement-breakpoint
CREATE VIEW searched_comments (source, source_id, ref, title, body, kind, thing, language) AS
  SELECT 'comments', c.id, '', '', c.text, 'comment', c.id, c.language
  FROM comments AS c;
--> statement-breakpoint
-- Every name of a network is found, whatever language it is in.
CREATE VIEW searched_networks (source, source_id, ref, title, body, kind, thing, language) AS
  SELECT 'networks', n.id, '', (SELECT group_concat(value, ' · ') FROM (SELECT DISTINCT value FROM json_each(n.names) WHERE value <> '')), '', 'network', n.id, NULL
  FROM networks AS n;
--> statement-breakpoint
CREATE VIEW searched_key_results (source, source_id, ref, title, body, kind, thing, language) AS
  SELECT 'key_results', k.id, '', '', name.value || ' ' || k.unit, 'result', k.action_id, name.key
  FROM key_results AS k, json_each(k.name) AS name WHERE k.retired_at IS NULL AND name.value <> '';
--> statement-breakpoint
-- The beginning of a long decision stands for its title.
CREATE VIEW searched_decisions (source, source_id, ref, title, body, kind, thing, language) AS
  SELECT 'decisions', d.id, '', substr(d.text, 1, 200), CASE WHEN length(d.text) > 200 THEN d.text ELSE '' END, 'decision', d.id, d.language
  FROM decisions AS d;
--> statement-breakpoint
CREATE VIEW searched_documents (source, source_id, ref, title, body, kind, thing, language) AS
  SELECT 'documents', d.id, '', d.title, d.source, 'document', d.id, d.language
  FROM documents AS d WHERE d.removed_at IS NULL;
--> statement-breakpoint
-- An answer is found when it is published; it has the number of its suggestion.
CREATE VIEW searched_answers (source, source_id, ref, title, body, kind, thing, language) AS
  SELECT 'answers', a.suggestion_id, '', '', reason.value, 'answer', a.suggestion_id, reason.key
  FROM answers AS a, json_each(a.reason) AS reason WHERE a.published_at IS NOT NULL AND reason.value <> '';
--> statement-breakpoint
CREATE VIEW searched_entries (source, source_id, ref, title, body, kind, thing, language) AS
  SELECT 'entries', e.id, 'E-' || e.id, coalesce(e.title ->> ('$.' || words.key), ''), words.value, 'entry', e.id, words.key
  FROM entries AS e, json_each(e.words) AS words WHERE e.removed_at IS NULL;
--> statement-breakpoint
CREATE VIEW searched_entry_parts (source, source_id, ref, title, body, kind, thing, language) AS
  SELECT 'entry_parts', p.id, '', '', p.words, 'entry', p.entry_id, p.language
  FROM entry_parts AS p JOIN entries AS e ON e.id = p.entry_id
  WHERE p.removed_at IS NULL AND e.removed_at IS NULL AND p.words <> '';
--> statement-breakpoint
-- Everything is indexed once, with the folding of the program that migrates: the index is whole when the migration is.
INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_action_texts;
--> statement-breakpoint
INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_actions;
--> statement-breakpoint
INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_suggestions;
--> statement-breakpoint
INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_comments;
--> statement-breakpoint
INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_networks;
--> statement-breakpoint
INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_key_results;
--> statement-breakpoint
INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_decisions;
--> statement-breakpoint
INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_documents;
--> statement-breakpoint
INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_answers;
--> statement-breakpoint
INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_entries;
--> statement-breakpoint
INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_entry_parts;
--> statement-breakpoint
INSERT INTO search_terms (search_terms) VALUES ('delete-all');
--> statement-breakpoint
INSERT INTO search_terms (rowid, ref, title, body) SELECT id, ref, search_text(title), search_text(body) FROM search_index;
--> statement-breakpoint
CREATE TRIGGER search_index_folded AFTER INSERT ON search_index BEGIN
  INSERT INTO search_terms (rowid, ref, title, body)
  VALUES (new.id, new.ref, search_text(new.title), search_text(new.body));
END;
--> statement-breakpoint
CREATE TRIGGER search_index_unfolded AFTER DELETE ON search_index BEGIN
  DELETE FROM search_terms WHERE rowid = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER action_texts_searched AFTER INSERT ON action_texts BEGIN
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_action_texts WHERE source_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER action_texts_searched_again AFTER UPDATE OF title, description, expected_result ON action_texts BEGIN
  DELETE FROM search_index WHERE source = 'action_texts' AND source_id = old.id;
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_action_texts WHERE source_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER action_texts_no_longer_searched AFTER DELETE ON action_texts BEGIN
  DELETE FROM search_index WHERE source = 'action_texts' AND source_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER outcomes_searched AFTER INSERT ON actions BEGIN
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_actions WHERE source_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER outcomes_searched_again AFTER UPDATE OF outcome ON actions BEGIN
  DELETE FROM search_index WHERE source = 'actions' AND source_id = old.id;
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_actions WHERE source_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER outcomes_no_longer_searched AFTER DELETE ON actions BEGIN
  DELETE FROM search_index WHERE source = 'actions' AND source_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER labels_searched_again AFTER UPDATE OF labels ON actions WHEN old.labels IS NOT new.labels BEGIN
  DELETE FROM search_index WHERE source = 'action_texts' AND source_id IN (SELECT id FROM action_texts WHERE action_id = old.id);
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_action_texts WHERE thing = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER suggestions_searched AFTER INSERT ON suggestions BEGIN
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_suggestions WHERE source_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER suggestions_searched_again AFTER UPDATE OF title, words, language ON suggestions BEGIN
  DELETE FROM search_index WHERE source = 'suggestions' AND source_id = old.id;
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_suggestions WHERE source_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER suggestions_no_longer_searched AFTER DELETE ON suggestions BEGIN
  DELETE FROM search_index WHERE source = 'suggestions' AND source_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER comments_searched AFTER INSERT ON comments BEGIN
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_comments WHERE source_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER comments_searched_again AFTER UPDATE OF text, language ON comments BEGIN
  DELETE FROM search_index WHERE source = 'comments' AND source_id = old.id;
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_comments WHERE source_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER comments_no_longer_searched AFTER DELETE ON comments BEGIN
  DELETE FROM search_index WHERE source = 'comments' AND source_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER networks_searched AFTER INSERT ON networks BEGIN
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_networks WHERE source_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER networks_searched_again AFTER UPDATE OF names ON networks BEGIN
  DELETE FROM search_index WHERE source = 'networks' AND source_id = old.id;
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_networks WHERE source_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER networks_no_longer_searched AFTER DELETE ON networks BEGIN
  DELETE FROM search_index WHERE source = 'networks' AND source_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER key_results_searched AFTER INSERT ON key_results BEGIN
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_key_results WHERE source_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER key_results_searched_again AFTER UPDATE OF name, unit, retired_at ON key_results BEGIN
  DELETE FROM search_index WHERE source = 'key_results' AND source_id = old.id;
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_key_results WHERE source_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER key_results_no_longer_searched AFTER DELETE ON key_results BEGIN
  DELETE FROM search_index WHERE source = 'key_results' AND source_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER decisions_searched AFTER INSERT ON decisions BEGIN
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_decisions WHERE source_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER decisions_searched_again AFTER UPDATE OF text, language ON decisions BEGIN
  DELETE FROM search_index WHERE source = 'decisions' AND source_id = old.id;
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_decisions WHERE source_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER decisions_no_longer_searched AFTER DELETE ON decisions BEGIN
  DELETE FROM search_index WHERE source = 'decisions' AND source_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER documents_searched AFTER INSERT ON documents BEGIN
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_documents WHERE source_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER documents_searched_again AFTER UPDATE OF title, source, language, removed_at ON documents BEGIN
  DELETE FROM search_index WHERE source = 'documents' AND source_id = old.id;
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_documents WHERE source_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER documents_no_longer_searched AFTER DELETE ON documents BEGIN
  DELETE FROM search_index WHERE source = 'documents' AND source_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER answers_searched AFTER INSERT ON answers BEGIN
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_answers WHERE source_id = new.suggestion_id;
END;
--> statement-breakpoint
CREATE TRIGGER answers_searched_again AFTER UPDATE OF reason, published_at ON answers BEGIN
  DELETE FROM search_index WHERE source = 'answers' AND source_id = old.suggestion_id;
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_answers WHERE source_id = new.suggestion_id;
END;
--> statement-breakpoint
CREATE TRIGGER answers_no_longer_searched AFTER DELETE ON answers BEGIN
  DELETE FROM search_index WHERE source = 'answers' AND source_id = old.suggestion_id;
END;
--> statement-breakpoint
CREATE TRIGGER entries_searched AFTER INSERT ON entries BEGIN
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_entries WHERE source_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER entries_searched_again AFTER UPDATE OF title, words, removed_at ON entries BEGIN
  DELETE FROM search_index WHERE source = 'entries' AND source_id = old.id;
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_entries WHERE source_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER entries_no_longer_searched AFTER DELETE ON entries BEGIN
  DELETE FROM search_index WHERE source = 'entries' AND source_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER entries_removed AFTER UPDATE OF removed_at ON entries BEGIN
  DELETE FROM search_index WHERE source = 'entry_parts' AND source_id IN (SELECT id FROM entry_parts WHERE entry_id = old.id);
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_entry_parts WHERE thing = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER entry_parts_searched AFTER INSERT ON entry_parts BEGIN
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_entry_parts WHERE source_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER entry_parts_searched_again AFTER UPDATE OF words, language, removed_at ON entry_parts BEGIN
  DELETE FROM search_index WHERE source = 'entry_parts' AND source_id = old.id;
  INSERT INTO search_index (source, source_id, ref, title, body, kind, thing, language) SELECT * FROM searched_entry_parts WHERE source_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER entry_parts_no_longer_searched AFTER DELETE ON entry_parts BEGIN
  DELETE FROM search_index WHERE source = 'entry_parts' AND source_id = old.id;
END;

-- One folding for index and query (app/lib/fold.ts). What was one full-text table of texts as they were written becomes a
-- plain table of them, to which the triggers of 0006, 0008 and 0009 go on writing, and an index over the folded texts, which
-- two triggers keep. `search_text` is a function that the program gives each of its connections (db/connection.ts).
DROP TRIGGER action_texts_found;
--> statement-breakpoint
DROP TRIGGER action_texts_forgotten;
--> statement-breakpoint
DROP TRIGGER action_texts_found_again;
--> statement-breakpoint
DROP TABLE action_search;
--> statement-breakpoint
DROP TRIGGER suggestions_found;
--> statement-breakpoint
DROP TRIGGER suggestions_found_again;
--> statement-breakpoint
DROP TABLE suggestion_search;
--> statement-breakpoint
CREATE TABLE search_before AS SELECT rowid AS id, ref, title, body, kind, thing, language FROM search_index;
--> statement-breakpoint
DROP TABLE search_index;
--> statement-breakpoint
CREATE TABLE search_index (
  id INTEGER PRIMARY KEY, ref TEXT NOT NULL, title TEXT, body TEXT NOT NULL,
  kind TEXT NOT NULL, thing INTEGER NOT NULL, language TEXT
);
--> statement-breakpoint
-- Marks belong to words: without its vowel signs a word of Devanagari is another word. What may be left out is left out before.
CREATE VIRTUAL TABLE search_terms USING fts5(
  ref, title, body,
  content='', contentless_delete=1,
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'",
  prefix='2 3'
);
--> statement-breakpoint
CREATE TRIGGER search_index_folded AFTER INSERT ON search_index BEGIN
  INSERT INTO search_terms(rowid, ref, title, body)
  VALUES (new.id, new.ref, search_text(new.title), search_text(new.body));
END;
--> statement-breakpoint
CREATE TRIGGER search_index_unfolded AFTER DELETE ON search_index BEGIN
  DELETE FROM search_terms WHERE rowid = old.id;
END;
--> statement-breakpoint
INSERT INTO search_index SELECT * FROM search_before;
--> statement-breakpoint
DROP TABLE search_before;
--> statement-breakpoint
-- With which folding the index was built: another one builds it anew at the next start (db/migrate.ts).
CREATE TABLE search_folding (version INTEGER NOT NULL);
--> statement-breakpoint
INSERT INTO search_folding VALUES (1);

-- Full text over what suggestions say, without regard to accents, as over what actions say (0001).
CREATE VIRTUAL TABLE suggestion_search USING fts5(
  title, words,
  content='suggestions', content_rowid='id',
  tokenize='unicode61 remove_diacritics 2'
);
--> statement-breakpoint
CREATE TRIGGER suggestions_found AFTER INSERT ON suggestions BEGIN
  INSERT INTO suggestion_search(rowid, title, words) VALUES (new.id, new.title, new.words);
END;
--> statement-breakpoint
CREATE TRIGGER suggestions_found_again AFTER UPDATE OF title, words ON suggestions BEGIN
  INSERT INTO suggestion_search(suggestion_search, rowid, title, words) VALUES ('delete', old.id, old.title, old.words);
  INSERT INTO suggestion_search(rowid, title, words) VALUES (new.id, new.title, new.words);
END;

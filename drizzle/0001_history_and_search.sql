-- History is append-only: nobody edits or removes an event, the program included.
CREATE TRIGGER events_are_not_edited BEFORE UPDATE ON events BEGIN
  SELECT RAISE(ABORT, 'events are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER events_are_not_removed BEFORE DELETE ON events BEGIN
  SELECT RAISE(ABORT, 'events are append-only');
END;
--> statement-breakpoint
-- Full text over what actions say, in every language, without regard to accents.
CREATE VIRTUAL TABLE action_search USING fts5(
  title, description, expected_result,
  content='action_texts', content_rowid='id',
  tokenize='unicode61 remove_diacritics 2'
);
--> statement-breakpoint
CREATE TRIGGER action_texts_found AFTER INSERT ON action_texts BEGIN
  INSERT INTO action_search(rowid, title, description, expected_result)
  VALUES (new.id, new.title, new.description, new.expected_result);
END;
--> statement-breakpoint
CREATE TRIGGER action_texts_forgotten AFTER DELETE ON action_texts BEGIN
  INSERT INTO action_search(action_search, rowid, title, description, expected_result)
  VALUES ('delete', old.id, old.title, old.description, old.expected_result);
END;
--> statement-breakpoint
CREATE TRIGGER action_texts_found_again AFTER UPDATE ON action_texts BEGIN
  INSERT INTO action_search(action_search, rowid, title, description, expected_result)
  VALUES ('delete', old.id, old.title, old.description, old.expected_result);
  INSERT INTO action_search(rowid, title, description, expected_result)
  VALUES (new.id, new.title, new.description, new.expected_result);
END;

ALTER TABLE `actions` ADD `labels` text DEFAULT '[]' NOT NULL;
--> statement-breakpoint
-- Labels are found as the texts of their action are: they stand at the end of its body in the index (0006, 0012).
DROP TRIGGER action_texts_searched;
--> statement-breakpoint
DROP TRIGGER action_texts_searched_again;
--> statement-breakpoint
CREATE TRIGGER action_texts_searched AFTER INSERT ON action_texts BEGIN
  INSERT INTO search_index(id, ref, title, body, kind, thing, language)
  SELECT new.id * 64, a.ref, new.title, new.description || ' ' || new.expected_result
    || coalesce((SELECT ' ' || group_concat(value, ', ') FROM json_each(a.labels)), ''), 'action', a.id, new.language
  FROM actions AS a WHERE a.id = new.action_id;
END;
--> statement-breakpoint
CREATE TRIGGER action_texts_searched_again AFTER UPDATE OF title, description, expected_result ON action_texts BEGIN
  DELETE FROM search_index WHERE id BETWEEN old.id * 64 AND old.id * 64 + 7;
  INSERT INTO search_index(id, ref, title, body, kind, thing, language)
  SELECT new.id * 64, a.ref, new.title, new.description || ' ' || new.expected_result
    || coalesce((SELECT ' ' || group_concat(value, ', ') FROM json_each(a.labels)), ''), 'action', a.id, new.language
  FROM actions AS a WHERE a.id = new.action_id;
END;
--> statement-breakpoint
CREATE TRIGGER labels_searched_again AFTER UPDATE OF labels ON actions WHEN old.labels IS NOT new.labels BEGIN
  DELETE FROM search_index WHERE id IN (SELECT id * 64 FROM action_texts WHERE action_id = new.id);
  INSERT INTO search_index(id, ref, title, body, kind, thing, language)
  SELECT t.id * 64, new.ref, t.title, t.description || ' ' || t.expected_result
    || coalesce((SELECT ' ' || group_concat(value, ', ') FROM json_each(new.labels)), ''), 'action', new.id, t.language
  FROM action_texts AS t WHERE t.action_id = new.id;
END;

/** What stands in an action's form: the names of its controls, each as typed. */
export type ActionValues = Record<string, string | string[] | undefined>;

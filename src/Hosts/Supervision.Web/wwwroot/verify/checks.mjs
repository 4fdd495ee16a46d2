// The report: named checks, causes before consequences. The first failure is the primary reason.

export class CheckList {
  #checks = [];

  get all() {
    return this.#checks;
  }

  add(name, passed, expected, actual) {
    this.#checks.push({ name, status: passed ? "passed" : "failed", expected: String(expected), actual: String(actual) });
    return passed;
  }

  same(name, expected, actual) {
    return this.add(name, String(expected) === String(actual), expected, actual);
  }

  /** A check over many rows: `difference` is the first [expected, actual], or null. */
  noDifference(name, difference) {
    return this.add(name, difference === null, difference?.[0] ?? "", difference?.[1] ?? "");
  }

  notRun(...names) {
    for (const name of names) this.#checks.push({ name, status: "notRun", expected: "", actual: "" });
  }

  /** What needs something that is rightly not public. */
  withheld(...names) {
    for (const name of names) this.#checks.push({ name, status: "withheld", expected: "", actual: "" });
  }

  /** Reads a file; gives null, and a failed check, when it is missing or malformed. */
  async file(name, file, open, read) {
    try {
      const bytes = await open(file);
      if (bytes === null || bytes === undefined) throw new Error("missing");
      const value = read(bytes);
      this.add(name, true, file, file);
      return value;
    } catch (fault) {
      this.add(name, false, file, fault.message);
      return null;
    }
  }

  report(extra) {
    const having = status => this.#checks.filter(check => check.status === status);
    const [primary] = having("failed");
    const verified = having("passed").length === this.#checks.length;
    const partial = !verified && having("passed").length + having("withheld").length === this.#checks.length;
    return { verified, partial, reason: primary?.name ?? null, ...extra, checks: this.#checks };
  }
}

/** The first place where two lists of texts differ, as [expected, actual], or null. */
export function firstDifference(expected, actual) {
  const length = Math.max(expected.length, actual.length);
  for (let i = 0; i < length; i++) {
    if (expected[i] !== actual[i]) return [expected[i] ?? "nothing", actual[i] ?? "nothing"];
  }
  return null;
}

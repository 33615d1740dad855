package hudson;

/** Stands for a class of Jenkins, to show that the rules of the architecture can be broken. Never called. */
public record Counterexample(Object anything) {}

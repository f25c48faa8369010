/// What became of what learners typed, marked afresh by the lessons here.
public enum Marks {}

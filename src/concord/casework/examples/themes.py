"""What the example disputes are about. Every child, family and event here is invented.

`{child}` stands for the child's first name; `from_age` is the age from which the words fit.
"""

from dataclasses import dataclass

from concord.core.protocol.vocabulary import About


@dataclass(frozen=True, slots=True)
class Theme:
    """One kind of concern in the field's words. `about` finds its issue in a catalogue."""

    about: tuple[str, ...]
    concern: str
    outcome: str
    views: str
    weak: str
    good: str
    action: str
    impact: str
    from_age: int = 0


IN_CARE = (
    Theme(
        ("drift", "delay", "permanence"),
        "The permanence plan agreed at the last review has not moved on. No date is set for the"
        " panel, and {child} has been in a short-term placement for eleven months.",
        "A date for the permanence panel, and a plan that names who does what before it.",
        "{child} asks at every visit: am I staying here? Nobody can give an answer.",
        "The team is aware of the delay. A panel date will be looked for in the new year.",
        "The panel is booked for the 14th. The viability assessment is finished this week.",
        "Book the permanence panel and send its date to everyone at the review",
        "{child} knows what the plan is and when it will be decided.",
    ),
    Theme(
        ("contact", "family", "brothers", "siblings"),
        "Time with siblings was agreed every fortnight. It has taken place twice in three months,"
        " and nobody told the carers why it was called off.",
        "Time with siblings every fortnight as agreed, with dates until the next review.",
        "{child} wants to see the little ones and says it is not fair to wait every time.",
        "Transport was not available on several days. We hope that this will get better.",
        "A support worker now drives every second Saturday; the dates until summer are fixed.",
        "Give the carers and the siblings' carers the dates for the next three months",
        "{child} saw the siblings on both days since and drew a picture of it.",
    ),
    Theme(
        ("visits", "seen", "alone"),
        "Statutory visits are late: the last three were nine, eight and ten weeks apart, and"
        " {child} was not seen alone at any of them.",
        "Visits in time, and {child} seen alone at each, with a note of what {child} said.",
        "{child} likes the social worker and would like to talk without the carers in the room.",
        "Two visits were missed because of sickness in the team. They are recorded now.",
        "{child} was seen alone on Tuesday. Visits are in the diary every four weeks.",
        "Visit every four weeks and see the child alone",
        "{child} could say what is hard at school, and the plan has changed because of it.",
    ),
    Theme(
        ("education", "school", "pep", "resources"),
        "{child} has had no school place for seven weeks since the move. There is no education"
        " plan meeting in sight and tuition is four hours a week.",
        "A school place, and twenty hours of tuition a week until it begins.",
        "{child} misses maths and friends, and is bored at home.",
        "Admissions have been asked. We are waiting for two schools to answer.",
        "A place is offered from the first of the month. Tuition is fifteen hours until then.",
        "Hold the education plan meeting and send its plan to the reviewing officer",
        "{child} is back in a classroom and has joined the chess club.",
    ),
    Theme(
        ("health", "services", "therapy", "needs"),
        "The review agreed a referral for therapeutic support in the spring. It was never sent,"
        " and {child}'s sleep and moods are worse.",
        "The referral is sent this week and {child} has help while waiting for it.",
        "{child} says: I do not want to be angry all the time.",
        "The referral form is with the worker. The waiting list is long in any case.",
        "The referral was accepted. A play therapist sees {child} weekly until it begins.",
        "Send the referral and find support for the time until it begins",
        "{child} sleeps better and has had four sessions that {child} calls useful.",
    ),
    Theme(
        ("placement", "change", "notified", "move"),
        "{child} was moved to another placement without a review and without the reviewing service"
        " being told. The reasons are not on the file.",
        "A review of the move, the reasons in writing, and no further move before it.",
        "{child} did not know about the move until the same afternoon and is upset.",
        "It was an emergency. There was no time to tell anybody beforehand.",
        "The reasons are on the file. The review is on Thursday, and no other move is planned.",
        "Write down why the move was needed and share it with everyone at the review",
        "{child} understood why it happened and was asked about where to live next.",
    ),
    Theme(
        ("unallocated", "allocated", "social worker"),
        "There has been no allocated social worker for five weeks. Three duty workers have visited"
        " and none of them knew the care plan.",
        "A named social worker this week, and a handover with the reviewing officer.",
        "{child} asks who the social worker is now and does not want to tell it all again.",
        "The vacancy is advertised. Duty will go on visiting until somebody starts.",
        "A named worker begins on Monday and visits on Wednesday together with the last one.",
        "Name the new social worker to the child, the family and the carers",
        "{child} has met the new worker three times and calls when there is something.",
    ),
    Theme(
        ("plan", "clear", "carried", "significant"),
        "The care plan does not say what happens if the assessment of the aunt is negative. There"
        " is no second plan, and the hearing is in six weeks.",
        "A care plan with a second plan in it, shared before the next review.",
        "{child} would like to live with the aunt and wants to know what happens if not.",
        "The assessment is not finished, so it is too early to plan for its result.",
        "The care plan has a second plan now; family finding has begun beside the assessment.",
        "Rewrite the care plan with both plans and share it",
        "{child} knows both plans and has met the family finder.",
    ),
    Theme(
        ("safeguarding", "safety", "protection", "offender"),
        "{child} was missing four times this month. There was no strategy meeting and no talk with"
        " {child} after any return.",
        "A strategy meeting this week, and a talk with somebody {child} trusts after each return.",
        "{child} does not want to talk to the police but would talk to the youth worker.",
        "The incidents were looked at one by one and did not reach the threshold.",
        "The strategy meeting took place. The youth worker offers the talks from now on.",
        "Hold a strategy meeting and agree who talks with the child after a return",
        "{child} has not been missing for three weeks and sees the youth worker twice a week.",
    ),
    Theme(
        ("pathway", "leaving", "practice", "advocacy"),
        "{child} turns eighteen within the year. There is no pathway plan, no personal adviser and"
        " no word about where to live.",
        "A pathway plan with {child}, and a personal adviser who has met {child}.",
        "{child} is worried about rent and about losing the carers.",
        "A personal adviser is usually named nearer the birthday.",
        "A personal adviser is named and has met {child}. Staying put with the carers is agreed.",
        "Write the pathway plan together with the young person",
        "{child} stays with the carers and has begun a savings plan.",
        from_age=17,
    ),
)

PROTECTION = (
    Theme(
        ("core group", "drift", "plan", "delay"),
        "The core group has not met since the conference. Nobody knows which parts of the child"
        " protection plan are done.",
        "A core group within two weeks and a plan that says what is done and what is not.",
        "{child} knows that there are many meetings and not what they are for.",
        "The last core group could not take place because school was closed.",
        "The core group met on Monday. The plan is up to date, and the next dates are fixed.",
        "Hold the core group and send the updated plan to the conference chair",
        "{child}'s day is calmer: breakfast club, and the same adult picks {child} up.",
    ),
    Theme(
        ("visits", "seen", "alone"),
        "{child} was last seen five weeks ago. The plan says every ten working days, and the home"
        " conditions were the reason for it.",
        "{child} is seen this week at home and alone, and then every ten working days.",
        "{child} said at the last visit that nobody comes any more.",
        "The family was not at home twice. A letter was left.",
        "{child} was seen at home and at school this week; visits are in the diary.",
        "See the child at home and alone every ten working days",
        "{child} has a bed and a clean bedroom, and said so with pride.",
    ),
    Theme(
        ("assessment", "services", "resources", "needs"),
        "The parenting assessment that the conference asked for has not begun. The next"
        " conference is in four weeks and would have nothing to decide on.",
        "The assessment begins this week and its first findings are there for the conference.",
        "{child} wants everyone to stop shouting.",
        "The assessment team has a waiting list. It was asked for in time.",
        "An independent assessor has begun. The first findings come before the conference.",
        "Begin the parenting assessment and share its first findings",
        "The parents have begun a course, and {child} says that home is quieter.",
    ),
    Theme(
        ("safety", "safeguarding", "harm", "protection"),
        "The safety plan relies on a grandparent who told school that she can no longer do it."
        " Nobody has changed the plan.",
        "A safety plan that works this weekend, agreed with the people named in it.",
        "{child} feels safe with the grandmother but sees that she is tired.",
        "The grandmother confirmed her part when the plan was made.",
        "A new safety plan is signed: an uncle stays at weekends, and visits are unannounced.",
        "Make a new safety plan with the people who carry it",
        "{child} knows whom to ring and has done it once.",
    ),
    Theme(
        ("legal", "threshold", "practice", "escalation"),
        "This is the third plan in four years and nothing has changed for {child}. A legal"
        " planning meeting was agreed two months ago and has not taken place.",
        "A legal planning meeting within a week, with a decision and its reasons on file.",
        "{child} told the teacher that it is always the same.",
        "The team wanted to give the family one more chance first.",
        "The legal planning meeting took place; letters before proceedings are sent.",
        "Hold the legal planning meeting and tell the conference chair what was decided",
        "There is a clear plan with dates, and {child} has an advocate.",
    ),
)

ABOUT_OTHERS = {
    About.OFFICER: Theme(
        (),
        "The record of the last review came after nine weeks, so the team worked without its"
        " decisions. It was the second time.",
        "The record is with everybody in the time that is set for it.",
        "{child} asked what had been decided and nobody could say.",
        "Other reviews had to come first.",
        "The record is written. The next ones are in the diary with their day.",
        "Send the record of each review in its time",
        "{child} has the decisions in plain words.",
    ),
    About.REVIEW: Theme(
        (),
        "The review was held in school time in an office an hour away, and {child}'s carers were"
        " not asked.",
        "The next review is at a time and a place that suit {child}, and the carers are there.",
        "{child} did not want to miss the football match.",
        "The room was the only one that was free.",
        "The next review is at the carers' home at four o'clock.",
        "Agree time and place of the next review with {child} and the carers",
        "{child} took part in the whole review for the first time.",
    ),
    About.PARTNER: Theme(
        (),
        "{child} has been offered two hours of lessons a day for a term, and no date for more.",
        "Full-time lessons from the beginning of next term, with the support in the plan.",
        "{child} is bored and misses the others.",
        "The school says that it has no teaching assistant.",
        "The head teacher has written that {child} is back full-time from Monday.",
        "Visit the school in the second week and write down how it goes",
        "{child} is in all lessons and has two friends.",
    ),
}

"""Sentences for every kind of step, a few to choose from. They name nobody."""

TALK = (
    "We went through the concern together. They see it too and will look at what can be done.",
    "I explained why this cannot wait for the next review. They promised to come back to me.",
    "A good conversation, but no dates. I said what I need to see and by when.",
    "They told me what has been tried so far. It is less than the plan asks for.",
)
SAID_TO = (
    "I told them that this is under way, what it is about and what I ask for.",
    "Told in a few words, with the dates that follow from it.",
    "I said where it stands, what comes next and that I will keep them informed.",
)
ADVISED = (
    "The concern is clear and what was tried is on record. They agree with going on.",
    "They suggest asking for dates in the outcome, and agree that it cannot wait.",
    "They know the file and share the view that the main point is still open.",
)
NOT_TOLD = (
    "The child is unwell this week. I will talk to them at my next visit.",
    "The carer asked to wait until after the exams, and I agree.",
)
CONSIDERED = (
    "I thought about it and see no need at the moment. I will look again at the next stage.",
    "Considered with the facts that we have. Nothing further now; the reasons are on the file.",
)
NOTE = (
    "The issue, the outcome sought and by when; further notes follow as things are agreed.",
    "A note of the concern and of what comes next is on the file, with the dates.",
)
STATEMENT = (
    "I would rest the matter when the plan has a date that holds and the child has been told it.",
    "What would be enough: the agreed action begun, its end in sight, and the child informed.",
)
NOT_AGREED = (
    "We could not agree on a date, and without one the child goes on waiting.",
    "The reasons were explained, but nothing changes for the child.",
)
REMAINS = (
    "It is still not settled: {concern}",
    "The conversation did not settle it. {concern}",
    "{concern}",
)
WELFARE = (
    "The child may come to harm while the lower stages run. It needs somebody who can decide.",
    "Each week of waiting makes it worse for the child, and only this level can decide it.",
)
SATISFIED = (
    "The answer has names and dates, and the first step is already done.",
    "This meets the outcome that I asked for. I have seen that it has begun.",
)
NOT_SATISFIED = (
    "The answer explains the delay and does not end it. There is no date in it.",
    "This says what is hoped for, not what will be done or by whom.",
    "The main point is not answered, and the child's situation is the same as before.",
)
NO_IMPACT = ("Nothing has changed for {child} yet.",)
NO_OUTCOME = ("It is not resolved at this stage.",)
RATIONALE = (
    "The child has waited long enough. The next level can decide on the means that are missing.",
    "What was offered does not change the child's situation, so it goes to the next level.",
    "No answer that helps the child has come. I ask the next level to decide.",
)
MINUTES = (
    "Everybody gave their view of the plan and the delay. The chair will answer in writing.",
    "The concern, the answers so far and the child's wishes were read out and talked over.",
)
UPHELD = (
    "The challenge is upheld. The plan was agreed and has to be carried out; the means are there.",
    "Upheld: the delay is ours. The steps and their dates are set out below.",
)
NOT_UPHELD = (
    "The challenge is not upheld. The plan is reasonable with the means that there are.",
    "Not upheld: another way was chosen for reasons that are on the file.",
)
HOLD_TASK = (
    "Finish what was promised in the answer and send proof of it",
    "Complete the assessment and share it with the reviewing side",
)
HOLD_DONE = ("The task is done: I have seen it and spoken with the carers.",)
OUTCOME = (
    "What I asked for is in place, with dates that hold.",
    "Agreed and begun. The next review will look at it again.",
    "The plan is changed as asked, and everybody involved has it in writing.",
)
WITHDRAWN = (
    "The child has moved to live with family, so the concern no longer stands.",
    "New facts came: the step had been taken, and only its record was missing.",
)
DECLINED = (
    "Not at this time: a date is in sight. I will think about it again if it does not hold.",
    "I decide against a referral now, because the last answer can still bring what is needed.",
)
INTENDED = ("Every level has answered and the child's situation is unchanged. I intend to refer.",)
REFERRED = (
    "The plan fails in a significant respect. Every level was told, and none put it right.",
)
WEIGHED = (
    "Thought about: it speaks for a referral, because the child cannot wait longer.",
    "Thought about, and it does not stand against a referral.",
)
ADVICE_ASKED = ("Whether the failure is significant, and what a referral would have to show.",)
ADVICE = ("The failure is significant. A referral is open to you; set out the dates in order.",)
CONFIRMED = ("The referral in writing went out today. A copy is on the child's file.",)
DECIDED_OUTSIDE = ("They have spoken with the council, which now carries out the plan.",)
OBSTACLE = (
    "There is no vacancy with the specialist service in the region. It delays the plan for weeks.",
    "Two posts in the team are empty. It means that the assessment cannot begin in time.",
)
DOCUMENTS = ("The care plan, the last two review records, and all answers so far.",)
LEFT_OUT = ("There was no time for it: the child's timetable does not allow another week.",)
REVIEW = ("To confirm the changes to the plan with everybody who carries them.",)

AGENCY = "Example Academy"

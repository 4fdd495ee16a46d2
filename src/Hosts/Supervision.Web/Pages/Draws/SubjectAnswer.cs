namespace Supervision.Web.Pages;

/// <summary>What a subject learns about itself in a draw.</summary>
internal enum SubjectAnswer
{
    /// <summary>Nothing was asked yet.</summary>
    NotAsked = 1,

    /// <summary>The draw is sealed, or its frame is not public: the authority hands out the proof.</summary>
    Unavailable,

    /// <summary>The subject is not in the frame.</summary>
    Absent,

    /// <summary>It is in the frame with a reason why it could not be drawn.</summary>
    Excluded,

    /// <summary>It was drawn.</summary>
    Drawn,

    /// <summary>It could have been drawn and was not.</summary>
    NotDrawn,
}

namespace BingAds.Emulator;

/// <summary>How a request is made to fail.</summary>
public enum FaultKind
{
    /// <summary>It does not fail: only its delay is felt.</summary>
    None,

    /// <summary>A fault of the service, with an error code, in the form of the transport that is used.</summary>
    Error,

    /// <summary>A bare HTTP status with a plain text body, as gateways answer.</summary>
    Status,

    /// <summary>The connection is reset before anything happens.</summary>
    Reset,

    /// <summary>The call takes effect, then the connection breaks in the middle of the answer.</summary>
    CutBody,

    /// <summary>The call takes effect, then the answer is a web page under status 200.</summary>
    NotJson,

    /// <summary>The call takes effect, then the connection is reset without an answer.</summary>
    LostAnswer,

    /// <summary>The connection is reset after some bytes of the request's body, before it was read whole.</summary>
    CutRequest,

    /// <summary>The call takes effect, then the connection is reset after some bytes of the answer.</summary>
    ResetBody,

    /// <summary>The answer is well-formed, but its content ends early: a file that was cut before it was sent.</summary>
    CutContent,

    /// <summary>A link is refused as expired, though it is not.</summary>
    ExpiredLink,

    /// <summary>A part of a file is asked for, and all of it comes.</summary>
    IgnoreRange,

    /// <summary>The job that the call starts ends in a given status; a call that asks for a job is told that status.</summary>
    JobStatus,
}

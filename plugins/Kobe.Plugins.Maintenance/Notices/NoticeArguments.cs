using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Notices;

/// <summary>What is told.</summary>
/// <param name="About">The subject.</param>
public sealed record NoticeArguments(
    [Argument("What the notice is about: early_close or holiday.")] NoticeAbout About);

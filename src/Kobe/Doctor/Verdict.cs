namespace Kobe.Doctor;

/// <summary>How a finding is judged.</summary>
internal enum Verdict
{
    /// <summary>As it should be, or not used.</summary>
    Ok,

    /// <summary>Work goes on; somebody should look.</summary>
    Warning,

    /// <summary>The brain can't work, or nobody would hear of it.</summary>
    Bad,
}

namespace Kobe.Contracts;

/// <summary>Secrets, given to a plugin by name. They are never in the environment or among the arguments.</summary>
public interface ISecrets
{
    /// <summary>A secret's value.</summary>
    /// <param name="name">Its name in <c>plugins.&lt;name&gt;.secrets</c> of kobe.yaml.</param>
    /// <returns>Null when it isn't granted to this plugin or has no value.</returns>
    string? Find(string name);
}

namespace Kobe.Contracts;

/// <summary>The facts that were known when the attempt started.</summary>
public interface IFacts
{
    /// <summary>The last published value of a fact.</summary>
    /// <param name="name">The fact's name.</param>
    /// <returns>Null when nobody has published it yet.</returns>
    PublishedFact? Find(string name);
}

using Kobe.Testing;

namespace Kobe.Tests.Contracts;

/// <summary>What plugins are compiled against is a promise: changing it is a decision, seen in this text.</summary>
public class ApprovedApiTests
{
    [Fact]
    public void Contract_IsTheApprovedText()
    {
        var approved = Repository.At("tests", "Kobe.Tests", "Contracts", "Kobe.Contracts.approved.txt");
        var received = approved.Replace(".approved.", ".received.", StringComparison.Ordinal);
        var now = PublicApi.Of(typeof(Kobe.Contracts.ITaskHandler).Assembly);

        if (!File.Exists(approved) || File.ReadAllText(approved) != now)
        {
            File.WriteAllText(received, now);
            Assert.Fail($"Plugins see another contract. If that is meant: mv {received} {approved}");
        }

        File.Delete(received);
    }
}

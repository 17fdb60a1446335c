using System.Buffers;
using System.Text;
using System.Text.Json;
using Kobe.CommandLine;
using Kobe.Config;
using Kobe.Logging;
using Kobe.Markets;
using Kobe.Tests.Operation;

namespace Kobe.Tests.Config;

public sealed class SecretsTests : IDisposable
{
    private const string Canary = "canary-5f2a+/=x";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_PrefersACredential_ToAVariable()
    {
        _folder.Write("BROKER_KEY", Canary + "\n");
        var secrets = Read([("CREDENTIALS_DIRECTORY", _folder.Path), ("BROKER_KEY", "another"), ("CHAT_ID", "123456")]);

        Assert.Equal(Canary, secrets.Values["desk"]["BROKER_KEY"]);
        Assert.Equal("123456", secrets.Values["desk"]["CHAT_ID"]);
        Assert.False(secrets.Values["desk"].ContainsKey("ABSENT_KEY"));
    }

    [Fact]
    public void Config_ShowsThatASecretIsSet_NeverItsValue()
    {
        var config = Config();
        var secrets = Read([("BROKER_KEY", Canary)]);
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            ConfigView.Write(writer, config, secrets);
        }

        var json = Encoding.UTF8.GetString(bytes.WrittenSpan);
        var table = string.Join("\n", ConfigView.Table(config, secrets).Rows.Select(row => string.Join(" ", row)));
        Assert.Contains(
            "\"name\":\"BROKER_KEY\",\"set\":true,\"from\":\"environment BROKER_KEY\"", json, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"ABSENT_KEY\",\"set\":false", json, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", json + table + config, StringComparison.Ordinal);
    }

    private Secrets Read((string Name, string Value)[] environment) => Secrets.Read(
        Config().Secrets, environment.ToDictionary(one => one.Name, one => one.Value), new Redaction());

    private KobeConfig Config() => ConfigLoader.Load(
        new(_folder.Write("kobe.yaml", "plugins: { desk: { secrets: [BROKER_KEY, CHAT_ID, ABSENT_KEY] } }"),
            new Dictionary<string, string>(), []),
        new MachineZones());
}

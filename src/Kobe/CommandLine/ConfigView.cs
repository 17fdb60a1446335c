using System.Text.Json;
using Kobe.Config;

namespace Kobe.CommandLine;

/// <summary>What <c>kobe config</c> says, as JSON and as a table for a person.</summary>
internal static class ConfigView
{
    public static void Write(Utf8JsonWriter writer, KobeConfig config, Secrets secrets)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("settings");
        foreach (var value in config.Values)
        {
            writer.WriteStartObject();
            writer.WriteString("name", value.Setting.Name);
            writer.WriteString("value", value.Text);
            writer.WriteString("from", value.Origin);
            writer.WriteString("default", value.Setting.Default);
            writer.WriteString("environment", value.Setting.Variable);
            writer.WriteString("about", value.Setting.About);
            writer.WriteString("legal", value.Setting.Legal);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("secrets");
        foreach (var secret in config.Secrets)
        {
            var origin = secrets.OriginOf(secret);
            writer.WriteStartObject();
            writer.WriteString("plugin", secret.Plugin);
            writer.WriteString("name", secret.Name);
            writer.WriteBoolean("set", origin is not null);
            writer.WriteString("from", origin);
            writer.WriteEndObject();
        }

        foreach (var secret in config.Alerts.Secrets())
        {
            var origin = secrets.OriginOf(secret);
            writer.WriteStartObject();
            writer.WriteString("setting", secret.Setting);
            writer.WriteString("name", secret.Name);
            writer.WriteBoolean("set", origin is not null);
            writer.WriteString("from", origin);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static Table Table(KobeConfig config, Secrets secrets)
    {
        var table = new Table("setting", "value", "from", "about");
        foreach (var value in config.Values)
        {
            table.Add(
                value.Setting.Name, value.Text.Length == 0 ? "-" : value.Text, value.Origin, value.Setting.About);
        }

        foreach (var secret in config.Secrets)
        {
            var origin = secrets.OriginOf(secret);
            table.Add($"{Settings.Plugins}.{secret.Plugin}.secrets", secret.Name,
                origin ?? $"{secret.Mark.File}:{secret.Mark.Line}", origin is null ? "secret, not set" : "secret, set");
        }

        foreach (var secret in config.Alerts.Secrets())
        {
            var origin = secrets.OriginOf(secret);
            table.Add(secret.Setting, secret.Name, origin ?? "-", origin is null ? "secret, not set" : "secret, set");
        }

        return table;
    }
}

using System.Text.Json;

namespace Kobe.Core.Runs;

/// <summary>The members' names in the text, and the way back from a name.</summary>
internal static class RunMembers
{
    public static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    public static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");

    private static readonly JsonEncodedText[] Names =
    [
        .. Enum.GetNames<RunMember>()
            .Select(name => JsonEncodedText.Encode(JsonNamingPolicy.SnakeCaseLower.ConvertName(name))),
    ];

    private static readonly RunMember[][] ByLength =
    [
        .. Enumerable.Range(0, Names.Max(name => name.EncodedUtf8Bytes.Length) + 1)
            .Select(length => Enum.GetValues<RunMember>()
                .Where(member => Names[(int)member].EncodedUtf8Bytes.Length == length).ToArray()),
    ];

    public static JsonEncodedText Seq => Names[(int)RunMember.Seq];
    public static JsonEncodedText At => Names[(int)RunMember.At];
    public static JsonEncodedText E => Names[(int)RunMember.E];
    public static JsonEncodedText Boot => Names[(int)RunMember.Boot];
    public static JsonEncodedText Version => Names[(int)RunMember.Version];
    public static JsonEncodedText Pid => Names[(int)RunMember.Pid];
    public static JsonEncodedText Schedule => Names[(int)RunMember.Schedule];
    public static JsonEncodedText Tasks => Names[(int)RunMember.Tasks];
    public static JsonEncodedText Watermark => Names[(int)RunMember.Watermark];
    public static JsonEncodedText Kind => Names[(int)RunMember.Kind];
    public static JsonEncodedText ByMs => Names[(int)RunMember.ByMs];
    public static JsonEncodedText Epoch => Names[(int)RunMember.Epoch];
    public static JsonEncodedText Key => Names[(int)RunMember.Key];
    public static JsonEncodedText Due => Names[(int)RunMember.Due];
    public static JsonEncodedText Expires => Names[(int)RunMember.Expires];
    public static JsonEncodedText Priority => Names[(int)RunMember.Priority];
    public static JsonEncodedText Args => Names[(int)RunMember.Args];
    public static JsonEncodedText Force => Names[(int)RunMember.Force];
    public static JsonEncodedText State => Names[(int)RunMember.State];
    public static JsonEncodedText Into => Names[(int)RunMember.Into];
    public static JsonEncodedText Reason => Names[(int)RunMember.Reason];
    public static JsonEncodedText Task => Names[(int)RunMember.Task];
    public static JsonEncodedText Date => Names[(int)RunMember.Date];
    public static JsonEncodedText Count => Names[(int)RunMember.Count];
    public static JsonEncodedText Through => Names[(int)RunMember.Through];
    public static JsonEncodedText Start => Names[(int)RunMember.Start];
    public static JsonEncodedText Attempt => Names[(int)RunMember.Attempt];
    public static JsonEncodedText Result => Names[(int)RunMember.Result];
    public static JsonEncodedText Next => Names[(int)RunMember.Next];
    public static JsonEncodedText NextAt => Names[(int)RunMember.NextAt];
    public static JsonEncodedText DurationMs => Names[(int)RunMember.DurationMs];
    public static JsonEncodedText Error => Names[(int)RunMember.Error];
    public static JsonEncodedText Crashed => Names[(int)RunMember.Crashed];
    public static JsonEncodedText Evidence => Names[(int)RunMember.Evidence];
    public static JsonEncodedText Facts => Names[(int)RunMember.Facts];
    public static JsonEncodedText Discoveries => Names[(int)RunMember.Discoveries];
    public static JsonEncodedText Answer => Names[(int)RunMember.Answer];
    public static JsonEncodedText How => Names[(int)RunMember.How];
    public static JsonEncodedText By => Names[(int)RunMember.By];
    public static JsonEncodedText Verb => Names[(int)RunMember.Verb];
    public static JsonEncodedText Subject => Names[(int)RunMember.Subject];
    public static JsonEncodedText Until => Names[(int)RunMember.Until];

    public static string NameOf(RunMember member) => Names[(int)member].Value;

    /// <summary>The member whose name the reader stands on; null for one that this version does not know.</summary>
    public static RunMember? Find(in Utf8JsonReader reader)
    {
        var name = reader.ValueSpan;
        if (reader.ValueIsEscaped || name.Length >= ByLength.Length)
        {
            return null;
        }

        foreach (var member in ByLength[name.Length])
        {
            if (name.SequenceEqual(Names[(int)member].EncodedUtf8Bytes))
            {
                return member;
            }
        }

        return null;
    }
}

using System.Buffers.Binary;

namespace Kobe.Tests.Telemetry;

/// <summary>Reads a message of protocol buffers without its schema (protobuf.dev, encoding): fields by number.</summary>
internal sealed class ProtoMessage
{
    private readonly List<(int Field, ReadOnlyMemory<byte> Bytes, ulong Number)> fields = [];

    public ProtoMessage(ReadOnlyMemory<byte> bytes)
    {
        var rest = bytes;
        while (rest.Length > 0)
        {
            var tag = Varint(ref rest);
            var (field, wire) = ((int)(tag >> 3), (int)(tag & 7));
            switch (wire)
            {
                case 0: fields.Add((field, default, Varint(ref rest))); break;
                case 1: fields.Add((field, rest[..8], BinaryPrimitives.ReadUInt64LittleEndian(Take(ref rest, 8).Span))); break;
                case 5: fields.Add((field, rest[..4], BinaryPrimitives.ReadUInt32LittleEndian(Take(ref rest, 4).Span))); break;
                default: fields.Add((field, Take(ref rest, (int)Varint(ref rest)), 0)); break;
            }
        }
    }

    public IEnumerable<ProtoMessage> All(int field) => fields.Where(one => one.Field == field).Select(one => new ProtoMessage(one.Bytes));

    public string Text(int field) => System.Text.Encoding.UTF8.GetString(fields.First(one => one.Field == field).Bytes.Span);

    public bool Has(int field) => fields.Exists(one => one.Field == field);

    public ulong Fixed(int field) => fields.First(one => one.Field == field).Number;

    public double Real(int field) => BitConverter.UInt64BitsToDouble(Fixed(field));

    public IReadOnlyList<ulong> Packed(int field) =>
        [.. fields.First(one => one.Field == field).Bytes.ToArray().Chunk(8).Select(bytes => BinaryPrimitives.ReadUInt64LittleEndian(bytes))];

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> rest, int count)
    {
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    private static ulong Varint(ref ReadOnlyMemory<byte> rest)
    {
        var (value, shift) = (0ul, 0);
        while (true)
        {
            var next = Take(ref rest, 1).Span[0];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }

            shift += 7;
        }
    }
}

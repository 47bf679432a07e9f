using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;
using System.Threading.Tasks;

using FetchHive.Contracts.Tests.Kit;

namespace FetchHive.Contracts.Tests;

public enum Tone
{
    Formal,
    VeryFriendly,
    [JsonStringEnumMemberName("off-beat, \"ironic\" 日本 <&>")]
    Ironic,
    @class,
}

public enum OfSByte : sbyte
{
    Low = sbyte.MinValue,
    Zero = 0,
    High = sbyte.MaxValue,
}

public enum OfByte : byte
{
    Low,
    High = byte.MaxValue,
}

public enum OfInt16 : short
{
    Low = short.MinValue,
    High = short.MaxValue,
}

public enum OfUInt16 : ushort
{
    High = ushort.MaxValue,
}

public enum OfUInt32 : uint
{
    High = uint.MaxValue,
}

public enum OfInt64 : long
{
    Low = long.MinValue,
    High = long.MaxValue,
}

public enum OfUInt64 : ulong
{
    Low,
    High = ulong.MaxValue,
}

public enum Aliased
{
    First = 1,
    AlsoFirst = 1,
    Second = 2,
    [JsonStringEnumMemberName("deux")]
    AlsoSecond = Second,
}

public enum NoMembers;

[Flags]
public enum Channels
{
    None = 0,
    Mail = 1,
    [JsonStringEnumMemberName("text message")]
    Sms = 2,
    Push = 4,
    Written = Mail | Sms,
    All = Written | Push,
}

[Flags]
public enum ChannelsWithoutNone : ulong
{
    A = 1,
    B = 2,
    Top = 1UL << 63,
}

[Flags]
public enum SignedFlags : sbyte
{
    None = 0,
    Low = 1,
    Sign = sbyte.MinValue,
    All = -1,
}

[JsonConverter(typeof(JsonNumberEnumConverter<Level>))]
public enum Level : short
{
    Below = -1,
    Above = 1,
}

[JsonConverter(typeof(JsonStringEnumConverter))]
public enum Mood
{
    Good,
    Bad,
}

[JsonConverter(typeof(JsonStringEnumConverter<TypedMood>))]
public enum TypedMood
{
    Good,
    Bad,
}

public sealed record EnumHolder(Tone Tone, Tone? Maybe, Level Level,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Channels>))] Channels Channels);

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IEnums :
    ISends<Tone>, ISends<Tone?>, ISends<OfSByte>, ISends<OfByte>, ISends<OfInt16>, ISends<OfUInt16>, ISends<OfUInt32>, ISends<OfInt64>,
    ISends<OfUInt64>, ISends<Aliased>, ISends<NoMembers>, ISends<Channels>, ISends<Channels?>, ISends<ChannelsWithoutNone>,
    ISends<SignedFlags>,
    ISends<Level>, ISends<Mood>, ISends<TypedMood>, ISends<DayOfWeek>, ISends<AttributeTargets>,
    ISends<EnumHolder>, ISends<Tone[]>, ISends<Tone?[]>, ISends<Dictionary<Tone, Tone>>, ISends<Dictionary<Level, int>>,
    ISends<Dictionary<Channels, int>>;

public sealed class EnumInputTests(Hive hive) : IClassFixture<Hive>
{
    private static readonly Cases<IEnums> Table = new()
    {
        Tone.Formal,
        Tone.VeryFriendly,
        Tone.Ironic,
        Tone.@class,
        (Tone?)Tone.VeryFriendly,
        OfSByte.Low,
        OfSByte.Zero,
        OfSByte.High,
        OfByte.Low,
        OfByte.High,
        OfInt16.Low,
        OfInt16.High,
        OfUInt16.High,
        OfUInt32.High,
        OfInt64.Low,
        OfInt64.High,
        OfUInt64.Low,
        OfUInt64.High,
        Aliased.First,
        Aliased.AlsoFirst,
        Aliased.Second,
        Channels.None,
        Channels.Mail,
        Channels.Sms,
        Channels.Written,
        Channels.All,
        Channels.Mail | Channels.Push,
        Channels.Sms | Channels.Push,
        (Channels?)(Channels.Sms | Channels.Push),
        ChannelsWithoutNone.A | ChannelsWithoutNone.B,
        ChannelsWithoutNone.Top,
        ChannelsWithoutNone.Top | ChannelsWithoutNone.B,
        SignedFlags.None,
        SignedFlags.Low,
        SignedFlags.Sign,
        SignedFlags.Sign | SignedFlags.Low,
        SignedFlags.All,
        Level.Below,
        Level.Above,
        Mood.Bad,
        TypedMood.Bad,
        DayOfWeek.Saturday,
        AttributeTargets.Class | AttributeTargets.Enum,
        AttributeTargets.All,
        new EnumHolder(Tone.Formal, null, Level.Above, Channels.All),
        new EnumHolder(Tone.Ironic, Tone.VeryFriendly, Level.Below, Channels.Mail | Channels.Push),
        new[] { Tone.Formal, Tone.Ironic },
        new Tone?[] { Tone.Formal, null },
        new Dictionary<Tone, Tone> { [Tone.Ironic] = Tone.@class },
        new Dictionary<Level, int> { [Level.Above] = 1 },
        new Dictionary<Channels, int> { [Channels.Mail | Channels.Push] = 1 },
    };

    public static TheoryData<string> Names => Table.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_enum_is_sent_as_its_text(string name)
    {
        Body body = await hive.BodyOfAsync(client => Table[name].Send(IEnums.Create(client)));

        Assert.Equal(Table[name].Json, body.Value);
    }

    // System.Text.Json falls back to the number. A Start input would then get text in one call and a number in another.
    [Fact]
    public async Task A_value_that_is_not_a_member_is_refused_with_the_value_and_the_enum()
    {
        await RefusedAsync((Tone)42, "42", "Tone");
        await RefusedAsync((Tone)(-1), "-1", "Tone");
        await RefusedAsync((OfUInt64)(ulong.MaxValue - 1), "18446744073709551614", "OfUInt64");
        await RefusedAsync((OfSByte)(-2), "-2", "OfSByte");
        await RefusedAsync((NoMembers)0, "0", "NoMembers");
        await RefusedAsync((Channels)8, "8", "Channels");
        await RefusedAsync((Channels)9, "9", "Channels");
        await RefusedAsync((ChannelsWithoutNone)0, "0", "ChannelsWithoutNone");
        await RefusedAsync((ChannelsWithoutNone)(1UL << 62), "4611686018427387904", "ChannelsWithoutNone");
        await RefusedAsync(new[] { Tone.Formal, (Tone)42 }, "42", "Tone");
        await RefusedAsync(new Dictionary<Tone, Tone> { [(Tone)42] = Tone.Formal }, "42", "Tone");
        await RefusedAsync(new EnumHolder((Tone)42, null, Level.Above, Channels.All), "42", "Tone");
    }

    private async Task RefusedAsync<T>(T value, string number, string type)
    {
        ArgumentException thrown =
            await hive.RefusalOfAsync<ArgumentException>(client => ((ISends<T>)IEnums.Create(client)).SendAsync(value, Hive.Token));

        Assert.Contains($"The value {number} is not a member of FetchHive.Contracts.Tests.{type},", thrown.Message,
            StringComparison.Ordinal);
    }
}

namespace Kobe.Core.Tests; public class Smoke { [Fact] public void Works() => Assert.True(Directory.Exists(Kobe.Testing.Repository.Root)); }

import Testing

@testable import Desk

@Suite("Queueing formulas")
struct ErlangTests {
    @Test(
        "Erlang B, the reference values",
        arguments: [(1, 1, 0.5), (2, 1, 0.2), (10, 5, 0.018385), (55, 48, 0.038374)]
            as [(Int, Double, Double)])
    func blocking(servers: Int, load: Double, expected: Double) {
        #expect(abs(Erlang.blocking(servers: servers, load: load) - expected) < 1e-6)
    }

    @Test(
        "Erlang C, the reference values",
        arguments: [
            (1, 0.5, 0.5), (2, 1, 1.0 / 3), (3, 2, 4.0 / 9), (5, 4, 0.55411255),
            (10, 8, 0.40918015), (20, 17, 0.38505623), (100, 90, 0.21694048), (55, 48, 0.23870094),
        ] as [(Int, Double, Double)])
    func waiting(servers: Int, load: Double, expected: Double) {
        #expect(abs(Erlang.waiting(servers: servers, load: load) - expected) < 1e-6)
    }

    @Test("100 calls per half hour of 180 seconds: fourteen agents, with and without patience")
    func callCentre() throws {
        let patient = try #require(
            PatientDesk(servers: 14, arrivalRate: 100.0 / 1800, handleSeconds: 180))
        #expect(abs(patient.waitProbability - 0.1741) < 5e-5)
        #expect(abs(patient.serviceLevel(within: 20) - 0.8884) < 5e-5)
        #expect(abs(patient.occupancy - 0.714) < 5e-4)
        #expect(abs(patient.meanWait - 7.8) < 0.05)
        let impatient = try #require(
            ImpatientDesk(
                servers: 14, arrivalRate: 100.0 / 1800, handleSeconds: 180, patienceSeconds: 300))
        #expect(abs(impatient.waitProbability - 0.14526) < 5e-6)
        #expect(abs(impatient.abandonment - 0.013984) < 1e-6)
        #expect(abs(impatient.occupancy - 0.704297) < 1e-6)
        #expect(abs(impatient.meanWait - 4.195) < 5e-4)
    }

    @Test("a queue of thousands has figures too: the weights of its states outgrow every number")
    func longQueue() throws {
        // 1,000 erlangs for 10 servers: 10 of 1,000 are served, the others wait out their patience.
        let desk = try #require(
            ImpatientDesk(
                servers: 10, arrivalRate: 1000.0 / 180, handleSeconds: 180, patienceSeconds: 3600))
        #expect(abs(desk.abandonment - 0.99) < 1e-9 && abs(desk.meanWait - 3564) < 1e-6)
        #expect(abs(desk.occupancy - 1) < 1e-9 && desk.waitProbability == 1)
    }

    @Test("endless patience is Erlang C; overload has no steady state without impatience")
    func limits() throws {
        let patient = try #require(
            PatientDesk(servers: 10, arrivalRate: 8, handleSeconds: 1))
        let nearly = try #require(
            ImpatientDesk(servers: 10, arrivalRate: 8, handleSeconds: 1, patienceSeconds: 1e9))
        #expect(abs(patient.waitProbability - nearly.waitProbability) < 1e-6)
        #expect(abs(patient.meanWait - nearly.meanWait) < 1e-6)
        let overload = try #require(
            PatientDesk(servers: 10, arrivalRate: 12, handleSeconds: 1))
        #expect(overload.meanWait == .infinity && overload.serviceLevel(within: 20) == 0)
        let leaving = try #require(
            ImpatientDesk(servers: 10, arrivalRate: 12, handleSeconds: 1, patienceSeconds: 5))
        #expect(leaving.abandonment > 1.0 / 6 && leaving.occupancy <= 1)
        #expect(PatientDesk(servers: 0, arrivalRate: 1, handleSeconds: 1) == nil)
        #expect(
            ImpatientDesk(servers: 1, arrivalRate: 1, handleSeconds: 1, patienceSeconds: 0) == nil)
    }
}

// What the API gives and takes, as far as the phone looks at it; see docs/reference/api.md.
export type Answer = 'Conform' | 'NonConform' | 'NotApplicable';
export interface Evidence { sha256: string; takenAt: string; device: string; location: string }
export interface Entry { pointId: string; answer: Answer; note: string; evidence: Evidence[]; correctedOnSpot?: boolean }
export interface Signature { signer: string | null; refusalReason: string | null; witness: string | null; imageSha256?: string }
export interface Operation {
  taskId: string; deviceId: string; sequence: number; at: string; officerId: string;
  kind: 'Scan' | 'PresentCertificate' | 'Answer' | 'PartySignature' | 'Resolve';
  subjectCode?: string; entry?: Entry; signature?: Signature; supersedes?: string[]; hash?: string;
}
export interface Task {
  id: string; source: string; subjectId: string; itemCode: string; officerIds: string[]; dueOn: string; state: string; presentOfficerIds: string[];
  entries: Entry[]; signature?: Signature; recordHash?: string; recordedAt?: string; rectifyBy?: string; correctionReportedOn?: string; recheckBy?: string; version: number;
  officerSignatures: { officerId: string; signedAt: string }[]; order?: { pointIds: string[]; dueOn: string; remedy: string };
}
export interface Point { id: string; text: string; importance: 'Key' | 'General' }
export interface Card { id: string; name: string; agencyId: string; certificateNumber: string; validFrom: string; validTo: string; isSuspended: boolean }
export interface Kit {
  task: Task; subjectName: string; subjectAddress: string; points: Point[]; officers: Card[];
  answers: Entry[]; conflicts: { pointId: string; operations: Operation[] }[]; received: Operation[];
}
export interface Agency { name: string; officers: Card[]; items: { code: string; name: string }[] }
export interface Person { id: string; agencyId: string; roles: string; officer?: Card }
export interface Problem { status: number; title?: string; detail?: string; code?: string; legalBasis?: string }
